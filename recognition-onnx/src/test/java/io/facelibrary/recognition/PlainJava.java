package io.facelibrary.recognition;

import io.facelibrary.recognition.internal.FaceNetworks;

/** Gives tests of another engine the networks in plain Java, which no API returns. */
public final class PlainJava {
  private PlainJava() {}

  public static FaceNetworks networks() {
    return FaceEngine.inJava(1).networks();
  }
}
