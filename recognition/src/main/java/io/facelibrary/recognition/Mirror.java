package io.facelibrary.recognition;

import io.facelibrary.recognition.internal.FaceNetworks;

/** Swaps left and right of a face. */
final class Mirror {
  private static final int SIZE = FaceNetworks.FACE_SIZE;

  private Mirror() {}

  static float[] of(float[] rgb) {
    float[] mirrored = new float[rgb.length];
    for (int row = 0; row < rgb.length; row += SIZE) {
      for (int x = 0; x < SIZE; x++) {
        mirrored[row + x] = rgb[row + SIZE - 1 - x];
      }
    }
    return mirrored;
  }

  static float[] mean(float[] one, float[] other) {
    float[] mean = new float[one.length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (one[i] + other[i]) / 2;
    }
    return mean;
  }
}
