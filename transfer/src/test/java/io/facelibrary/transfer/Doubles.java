package io.facelibrary.transfer;

import io.facelibrary.AddFaces;
import io.facelibrary.AddFacesResult;
import io.facelibrary.AddPerson;
import io.facelibrary.ArchivedFace;
import io.facelibrary.Call;
import io.facelibrary.Capabilities;
import io.facelibrary.Capability;
import io.facelibrary.ErrorKind;
import io.facelibrary.Face;
import io.facelibrary.FaceArchive;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.ItemFailure;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Test doubles of libraries. */
final class Doubles {
  private Doubles() {}

  /** Simulates the end of the process. */
  static final class Crash extends Error {
    private static final long serialVersionUID = 1;
  }

  /** Hides the archive and the list of all persons, which a cloud library does not have. */
  static class Cloud extends ForwardingFaceLibrary {
    Cloud(FaceLibrary delegate) {
      super(delegate);
    }

    @Override
    public <T> Optional<T> unwrap(Class<T> type) {
      return type == FaceArchive.class ? Optional.empty() : super.unwrap(type);
    }

    @Override
    public Capabilities capabilities() {
      return super.capabilities().toBuilder().without(Capability.LIST_ALL_PERSONS).build();
    }
  }

  /** Declares that it lacks capabilities. */
  static final class Poorer extends ForwardingFaceLibrary {
    private final Capability[] missing;

    Poorer(FaceLibrary delegate, Capability... missing) {
      super(delegate);
      this.missing = missing.clone();
    }

    @Override
    public Capabilities capabilities() {
      return super.capabilities().toBuilder().without(missing).build();
    }
  }

  /** Crashes at its nth call, before or after making it, and at all later calls. */
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
    protected synchronized <T> T around(Call<T> call) {
      calls++;
      if (calls < nth) {
        return call.proceed();
      }
      if (calls == nth && isDone) {
        var unused = call.proceed();
      }
      throw new Crash();
    }

    boolean hasCrashed() {
      return calls >= nth;
    }
  }

  /** Adds no image, with this reason. */
  static final class Refusing extends ForwardingFaceLibrary {
    private final String reason;

    Refusing(FaceLibrary delegate, String reason) {
      super(delegate);
      this.reason = reason;
    }

    @Override
    public AddFacesResult addFaces(AddFaces request) {
      return AddFacesResult.of(
          IntStream.range(0, request.images().size())
              .mapToObj(i -> ItemFailure.of(i, ErrorKind.ALREADY_EXISTS, "no").withReason(reason))
              .map(AddFacesResult.Rejected::of)
              .toList());
    }
  }

  /** Rejects some images. */
  static final class Picky extends ForwardingFaceLibrary {
    private final Set<FaceImage> rejected;

    Picky(FaceLibrary delegate, Set<? extends FaceImage> rejected) {
      super(delegate);
      this.rejected = Set.copyOf(rejected);
    }

    @Override
    public AddFacesResult enrol(AddPerson person, List<FaceImage> images) {
      if (rejected.containsAll(images)) {
        var unused =
            AddFacesResult.of(
                    List.of(
                        AddFacesResult.Rejected.of(
                            ItemFailure.of(0, ErrorKind.IMAGE_REJECTED, "no"))))
                .orThrow();
      }
      return super.enrol(person, images);
    }
  }

  /** Adds all images, and does not know it of the last one of each call. */
  static final class Losing extends ForwardingFaceLibrary {
    Losing(FaceLibrary delegate) {
      super(delegate);
    }

    @Override
    public AddFacesResult addFaces(AddFaces request) {
      List<AddFacesResult.Outcome> outcomes = new ArrayList<>(super.addFaces(request).outcomes());
      int last = outcomes.size() - 1;
      outcomes.set(
          last,
          AddFacesResult.Unknown.of(ItemFailure.of(last, ErrorKind.TIMED_OUT, "no response")));
      return AddFacesResult.of(outcomes);
    }
  }

  /** Adds faces of another program, and loses the call. */
  static final class ConcurrentlyChanged extends ForwardingFaceLibrary {
    private final AddFaces other;

    ConcurrentlyChanged(FaceLibrary delegate, AddFaces other) {
      super(delegate);
      this.other = other;
    }

    @Override
    public AddFacesResult addFaces(AddFaces request) {
      var unused = delegate().addFaces(other);
      throw new Crash();
    }
  }

  /**
   * Returns the image digests or URLs of each person's faces, sorted. A face without either is
   * represented by its id.
   */
  static Map<String, List<String>> content(FaceLibrary library) {
    Map<String, List<String>> all = new TreeMap<>();
    AllPersons.of(library)
        .forEach(
            person -> {
              List<String> faces = new ArrayList<>();
              for (Face face : library.queryFaces(QueryFaces.allOf(person)).faces()) {
                faces.add(content(library, person, face));
              }
              faces.sort(null);
              all.put(person.value(), faces);
            });
    return all;
  }

  private static String content(FaceLibrary library, PersonId person, Face face) {
    return library
        .unwrap(FaceArchive.class)
        .flatMap(archive -> archive.findArchivedFace(person, face.id()))
        .flatMap(ArchivedFace::image)
        .map(
            image ->
                image instanceof FaceImage.Bytes bytes
                    ? bytes.sha256()
                    : ((FaceImage.Url) image).url().toString())
        .orElseGet(() -> face.source().map(Object::toString).orElse(face.id().value()));
  }
}
