package io.facelibrary.embedded;

import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.engine.NewFace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The images of one change. They are on disk before the change is committed, and those that it does
 * not use are removed again.
 */
final class StagedImages implements AutoCloseable {
  private final StoreComponents components;
  private final Set<String> written = new HashSet<>();
  private final Set<String> unused = new HashSet<>();
  private final List<ImageFiles.Pin> pins = new ArrayList<>();

  StagedImages(StoreComponents components) {
    this.components = components;
  }

  /** Writes those images of the faces that are not written yet. */
  void write(List<NewFace> faces) {
    for (NewFace face : faces) {
      FaceImage image = face.image().orElse(null);
      if (image instanceof FaceImage.Bytes content && isMissing(face)) {
        String name = content.sha256();
        unused.add(name);
        pins.add(components.images().writeAndPin(name, content.bytes()));
        written.add(name);
      }
    }
  }

  /** Whether the image of a face must be written first. */
  boolean isMissing(NewFace face) {
    return components.follower().keepsImages()
        && face.image().orElse(null) instanceof FaceImage.Bytes content
        && !written.contains(content.sha256());
  }

  /** Declares that the change was committed. */
  void markUsed(List<NewFace> faces) {
    for (NewFace face : faces) {
      if (face.image().orElse(null) instanceof FaceImage.Bytes content) {
        unused.remove(content.sha256());
      }
    }
  }

  /** Removes images that no face refers to. */
  @Override
  public void close() {
    pins.forEach(ImageFiles.Pin::close);
    if (!unused.isEmpty()) {
      try {
        components.removeUnreferenced(List.copyOf(unused));
      } catch (FaceLibraryException ignored) {
        // The next opening removes them. The result of the change must not depend on this.
      }
    }
  }
}
