package io.facelibrary.examples;

import io.facelibrary.Box;

/** The box of a face in an image, and the name of the person. */
record NamedBox(Box box, String name) {
  @Override
  public String toString() {
    return "at %d,%d, %d x %d pixels: %s"
        .formatted(box.x(), box.y(), box.width(), box.height(), name);
  }
}
