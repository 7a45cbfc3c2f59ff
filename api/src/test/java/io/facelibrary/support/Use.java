package io.facelibrary.support;

import io.facelibrary.FaceLibrary;
import java.util.function.Consumer;

/** A call to a library with a name, as a parameter of tests. */
public record Use(String name, Consumer<FaceLibrary> call) {

  public static Use of(String name, Consumer<FaceLibrary> call) {
    return new Use(name, call);
  }

  @Override
  public String toString() {
    return name;
  }
}
