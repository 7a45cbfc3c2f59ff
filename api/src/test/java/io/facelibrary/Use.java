package io.facelibrary;

import java.util.function.Consumer;

/** A call to a library with a name, as a parameter of tests. */
record Use(String name, Consumer<FaceLibrary> call) {

  static Use of(String name, Consumer<FaceLibrary> call) {
    return new Use(name, call);
  }

  @Override
  public String toString() {
    return name;
  }
}
