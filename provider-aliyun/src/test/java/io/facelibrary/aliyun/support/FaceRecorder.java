package io.facelibrary.aliyun.support;

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

/** Records, behind the server, which faces were created from which image. */
public final class FaceRecorder extends ForwardingFaceLibrary {
  private final Map<String, List<FaceId>> facesByImage = new ConcurrentHashMap<>();

  public FaceRecorder(FaceLibrary library) {
    super(library);
  }

  @Override
  public AddFacesResult addFaces(AddFaces request) {
    AddFacesResult result = super.addFaces(request);
    for (int i = 0; i < result.outcomes().size(); i++) {
      if (result.outcomes().get(i) instanceof Added added) {
        facesByImage
            .computeIfAbsent(key(request.images().get(i)), it -> new CopyOnWriteArrayList<>())
            .add(added.face());
      }
    }
    return result;
  }

  /** Returns all faces ever created from an image. */
  List<FaceId> facesOf(FaceImage image) {
    return facesByImage.getOrDefault(key(image), List.of());
  }

  private static String key(FaceImage image) {
    return image instanceof FaceImage.Bytes bytes
        ? bytes.sha256()
        : ((FaceImage.Url) image).url().toString();
  }
}
