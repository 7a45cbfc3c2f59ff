package io.facelibrary.aliyun;

import io.facelibrary.AddFacesResult.Added;
import io.facelibrary.AddFacesResult.Outcome;
import io.facelibrary.Face;
import io.facelibrary.FaceId;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Operation;
import io.facelibrary.PersonId;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the outcome of an add whose response was lost, by querying the person's faces.
 *
 * <p>Recognizes only images that were uploaded for the call, because their names are unique. An
 * image at a URL of the user may have been added earlier, or by another program.
 *
 * <p>Only a face that is present proves an outcome. An absent face may still be added, so the
 * effect stays unknown.
 */
final class LostAddResolver {
  private final FaceCalls faces;

  LostAddResolver(FaceCalls faces) {
    this.faces = faces;
  }

  /**
   * Returns the outcomes if every image was added.
   *
   * @throws FaceLibraryException the failure of the add, if the outcome cannot be found
   */
  List<Outcome> resolve(
      PersonId person, List<ImageSources.Source> images, FaceLibraryException failure) {
    if (!images.stream().allMatch(ImageSources.Source::isUploaded)) {
      throw failure;
    }
    Map<String, FaceId> facesByUpload = queryFaces(person, failure);
    List<Outcome> outcomes = new ArrayList<>(images.size());
    for (ImageSources.Source image : images) {
      FaceId face = UploadName.find(URI.create(image.url())).map(facesByUpload::get).orElse(null);
      if (face == null) {
        throw failure;
      }
      outcomes.add(Added.of(face));
    }
    return outcomes;
  }

  private Map<String, FaceId> queryFaces(PersonId person, FaceLibraryException failure) {
    try {
      Map<String, FaceId> facesByUpload = new HashMap<>();
      for (Face face : faces.queryAll(Operation.ADD_FACES, person).values()) {
        Optional<String> upload = face.source().flatMap(UploadName::find);
        upload.ifPresent(name -> facesByUpload.put(name, face.id()));
      }
      return facesByUpload;
    } catch (FaceLibraryException e) {
      throw failure;
    }
  }
}
