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
 * Settles what became of an add that nobody answered for, by asking for the person's faces.
 *
 * <p>Only pictures that were uploaded for the call can be recognised: nobody else has their names.
 * A picture at a user's address may have been added before, or by somebody else. And only what is
 * there is known: what is not there yet may still come, so that its fate stays unknown.
 */
final class LostAddResolver {
  private final FaceCalls faces;

  LostAddResolver(FaceCalls faces) {
    this.faces = faces;
  }

  /**
   * Returns the outcomes if every picture was added.
   *
   * @throws FaceLibraryException the failure, if that cannot be told
   */
  List<Outcome> settled(
      PersonId person, List<ImageSources.Address> pictures, FaceLibraryException failure) {
    if (!pictures.stream().allMatch(ImageSources.Address::isOurs)) {
      throw failure;
    }
    Map<String, FaceId> there = byUpload(person, failure);
    List<Outcome> outcomes = new ArrayList<>(pictures.size());
    for (ImageSources.Address picture : pictures) {
      FaceId face = UploadName.in(URI.create(picture.url())).map(there::get).orElse(null);
      if (face == null) {
        throw failure;
      }
      outcomes.add(new Added(face));
    }
    return outcomes;
  }

  private Map<String, FaceId> byUpload(PersonId person, FaceLibraryException failure) {
    try {
      Map<String, FaceId> byUpload = new HashMap<>();
      for (Face face : faces.faces(Operation.ADD_FACES, person).values()) {
        Optional<String> upload = face.source().flatMap(UploadName::in);
        upload.ifPresent(name -> byUpload.put(name, face.id()));
      }
      return byUpload;
    } catch (FaceLibraryException e) {
      throw failure;
    }
  }
}
