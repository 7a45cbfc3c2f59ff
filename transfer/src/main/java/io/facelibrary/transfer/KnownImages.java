package io.facelibrary.transfer;

import io.facelibrary.ArchivedFace;
import io.facelibrary.Face;
import io.facelibrary.FaceArchive;
import io.facelibrary.FaceImage;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.PersonId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The images that one person has in the target, by which repeated ones are recognized. */
final class KnownImages {
  private final Set<String> contents = new HashSet<>();
  private final PersonId person;
  private final Optional<FaceArchive> archive;
  private final boolean mayRepeat;
  private final boolean isResumed;

  /**
   * @param mayRepeat whether the target accepts an image twice
   * @param isResumed whether an earlier run may have added some of the images
   */
  KnownImages(
      PersonId person, Optional<FaceArchive> archive, boolean mayRepeat, boolean isResumed) {
    this.person = person;
    this.archive = archive;
    this.mayRepeat = mayRepeat;
    this.isResumed = isResumed;
  }

  /** Remembers the image of a face in the target, as far as the target returns it. */
  void remember(Face face) {
    face.source().ifPresent(source -> contents.add(source.toString()));
    archive
        .flatMap(it -> it.findArchivedFace(person, face.id()))
        .flatMap(ArchivedFace::image)
        .ifPresent(image -> contents.add(key(image)));
  }

  /**
   * Remembers the image of a face that an earlier run copied. If the target does not return its
   * images, this loads the image from the source.
   */
  void rememberSettled(FaceToCopy settled) {
    if (mayRepeat(settled) || archive.isPresent()) {
      return;
    }
    try {
      settled.loader().load().image().ifPresent(image -> contents.add(key(image)));
    } catch (InvalidRequestException | UnreadableException unreadable) {
      // The image is no longer available, so it cannot be compared.
    }
  }

  /**
   * Returns whether the person has the image already, and remembers it. If a library holds an image
   * twice, so does its copy, if the target accepts that. From a folder or a list, a repeated image
   * is not added.
   */
  boolean isDuplicate(FaceToCopy face, FaceImage image) {
    return mayRepeat(face)
        ? !isResumed && contents.contains(key(image))
        : !contents.add(key(image));
  }

  private boolean mayRepeat(FaceToCopy face) {
    return mayRepeat && face.mayRepeat();
  }

  private static String key(FaceImage image) {
    return image instanceof FaceImage.Bytes bytes
        ? bytes.sha256()
        : ((FaceImage.Url) image).url().toString();
  }
}
