package io.facelibrary.aliyun;

import io.facelibrary.FaceId;
import java.util.regex.Pattern;

/**
 * Face ids as the service issues them: whole numbers (help.aliyun.com document 70422). No face of
 * the service has any other id. Its response to another id is not documented, so none is sent.
 */
final class FaceIds {
  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,18}");

  private FaceIds() {}

  static boolean isPossible(FaceId face) {
    return NUMBER.matcher(face.value()).matches();
  }
}
