package io.facelibrary.aliyun;

import io.facelibrary.AddFaces;
import io.facelibrary.AddFacesResult;
import io.facelibrary.AddFacesResult.Added;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.ForwardingFaceLibrary;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down, behind the server, which faces were made of which picture. */
final class Ledger extends ForwardingFaceLibrary {
  private final Map<String, List<FaceId>> faces = new ConcurrentHashMap<>();

  Ledger(FaceLibrary library) {
    super(library);
  }

  @Override
  public AddFacesResult addFaces(AddFaces request) {
    AddFacesResult result = super.addFaces(request);
    for (int i = 0; i < result.outcomes().size(); i++) {
      if (result.outcomes().get(i) instanceof Added added) {
        faces
            .computeIfAbsent(key(request.images().get(i)), it -> new CopyOnWriteArrayList<>())
            .add(added.face());
      }
    }
    return result;
  }

  /** Returns the faces ever made of a picture. */
  List<FaceId> madeOf(FaceImage image) {
    return faces.getOrDefault(key(image), List.of());
  }

  private static String key(FaceImage image) {
    return image instanceof FaceImage.Bytes content
        ? content.sha256()
        : ((FaceImage.Url) image).url().toString();
  }
}
