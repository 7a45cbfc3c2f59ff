package io.facelibrary.transfer;

import io.facelibrary.AddFaces;
import io.facelibrary.AddFacesResult;
import io.facelibrary.Face;
import io.facelibrary.FaceArchive;
import io.facelibrary.FaceLibrary;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.Operation;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Libraries that behave as a test needs them. */
final class Doubles {
  private Doubles() {}

  /** What ends a process, as far as the code under test can tell. */
  static final class Crash extends Error {
    private static final long serialVersionUID = 1;
  }

  /** Hides what a library in a cloud does not have. */
  static class Cloud extends ForwardingFaceLibrary {
    Cloud(FaceLibrary delegate) {
      super(delegate);
    }

    @Override
    public <T> Optional<T> unwrap(Class<T> type) {
      return type == FaceArchive.class ? Optional.empty() : super.unwrap(type);
    }
  }

  /** Crashes at one of its calls, before or after it was made, and at all that come later. */
  static final class Crashing extends ForwardingFaceLibrary {
    private final int nth;
    private final boolean isDone;
    private int calls;

    Crashing(FaceLibrary delegate, int nth, boolean isDone) {
      super(delegate);
      this.nth = nth;
      this.isDone = isDone;
    }

    @Override
    protected synchronized <T> T around(Operation operation, Supplier<T> call) {
      calls++;
      if (calls < nth) {
        return call.get();
      }
      if (calls == nth && isDone) {
        var unused = call.get();
      }
      throw new Crash();
    }

    boolean hasCrashed() {
      return calls >= nth;
    }
  }

  /** Adds one picture of a call more than it says, as somebody else might meanwhile. */
  static final class Meddled extends ForwardingFaceLibrary {
    private final AddFaces meddling;

    Meddled(FaceLibrary delegate, AddFaces meddling) {
      super(delegate);
      this.meddling = meddling;
    }

    @Override
    public AddFacesResult addFaces(AddFaces request) {
      var unused = delegate().addFaces(meddling);
      throw new Crash();
    }
  }

  /** The pictures or addresses of each person of a library, sorted; of a face without, its id. */
  static Map<String, List<String>> content(FaceLibrary library) {
    Map<String, List<String>> all = new TreeMap<>();
    new PersonWalker(library)
        .forEach(
            person -> {
              List<String> faces = new ArrayList<>();
              for (Face face : library.queryFaces(QueryFaces.allOf(person)).faces()) {
                faces.add(picture(library, person, face));
              }
              faces.sort(null);
              all.put(person.value(), faces);
            });
    return all;
  }

  private static String picture(FaceLibrary library, PersonId person, Face face) {
    return library
        .unwrap(FaceArchive.class)
        .flatMap(archive -> archive.findArchivedFace(person, face.id()))
        .flatMap(kept -> kept.image())
        .map(
            image ->
                image instanceof io.facelibrary.FaceImage.Bytes picture
                    ? picture.sha256()
                    : ((io.facelibrary.FaceImage.Url) image).url().toString())
        .orElseGet(() -> face.source().map(Object::toString).orElse(face.id().value()));
  }
}
