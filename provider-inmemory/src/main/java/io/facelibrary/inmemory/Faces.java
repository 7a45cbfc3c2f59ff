package io.facelibrary.inmemory;

import io.facelibrary.Face;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The faces of one person, in the order they came.
 *
 * <p>Two arrays and no object a face beyond the {@link Face} that queries answer: a library of
 * millions of faces lives on that. Ids grow and have one length (see {@link FaceIds}), so the text
 * of an id is found by halving. A deleted face leaves a hole; holes are closed when half are, so
 * that any number of deletions costs time in proportion.
 */
final class Faces {
  private static final int SMALL = 8;
  private static final Face[] NO_FACES = {};
  private static final @Nullable FaceImage[] NO_IMAGES = {};

  private Face[] faces = NO_FACES;
  // Null marks a hole: its id must stay, to be halved over, until the holes are closed.
  private @Nullable FaceImage[] images = NO_IMAGES;
  private int used;
  private int live;

  int count() {
    return live;
  }

  /** Adds a face, whose id is above all that came before. */
  void add(Face face, FaceImage image) {
    if (used == faces.length) {
      int capacity = used < 4 ? used + 1 : used + (used >> 1);
      faces = Arrays.copyOf(faces, capacity);
      images = Arrays.copyOf(images, capacity);
    }
    faces[used] = face;
    images[used] = image;
    used++;
    live++;
  }

  Optional<Face> find(FaceId id) {
    int place = place(id);
    return place < 0 ? Optional.empty() : Optional.of(faces[place]);
  }

  boolean delete(FaceId id) {
    int place = place(id);
    if (place < 0) {
      return false;
    }
    images[place] = null;
    live--;
    if (live == 0) {
      clear();
    } else if (used > SMALL && live <= used / 2) {
      closeHoles();
    }
    return true;
  }

  void clear() {
    faces = NO_FACES;
    images = NO_IMAGES;
    used = 0;
    live = 0;
  }

  List<Face> all() {
    List<Face> all = new ArrayList<>(live);
    for (int i = 0; i < used; i++) {
      if (images[i] != null) {
        all.add(faces[i]);
      }
    }
    return all;
  }

  /** Copies the faces with their pictures, to be compared without holding the person's lock. */
  List<Known> known() {
    List<Known> known = new ArrayList<>(live);
    for (int i = 0; i < used; i++) {
      FaceImage image = images[i];
      if (image != null) {
        known.add(new Known(faces[i].id(), image));
      }
    }
    return known;
  }

  /** A face that can be compared. */
  record Known(FaceId face, FaceImage image) {}

  private int place(FaceId id) {
    int low = 0;
    int high = used - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = faces[middle].id().value().compareTo(id.value());
      if (order == 0) {
        return images[middle] == null ? -1 : middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  private void closeHoles() {
    Face[] kept = new Face[live];
    @Nullable FaceImage[] keptImages = new FaceImage[live];
    int next = 0;
    for (int i = 0; i < used; i++) {
      if (images[i] != null) {
        kept[next] = faces[i];
        keptImages[next] = images[i];
        next++;
      }
    }
    faces = kept;
    images = keptImages;
    used = live;
  }
}
