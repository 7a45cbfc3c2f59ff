package io.facelibrary.examples;

import io.facelibrary.Box;

/** Where in a picture somebody is, and who it may be. */
record NamedBox(Box box, String name) {
  @Override
  public String toString() {
    return "at %d,%d, %d x %d pixels: %s"
        .formatted(box.x(), box.y(), box.width(), box.height(), name);
  }
}
