package io.facelibrary.aliyun;

import io.facelibrary.InvalidRequestException;
import io.facelibrary.Secret;
import java.util.Optional;

/**
 * Credentials that sign the calls.
 *
 * @param accessKeyId the id of the key; sent with each call, but hidden here
 * @param accessKeySecret signs calls, and is never sent
 * @param securityToken belongs to temporary keys (STS) only
 */
public record AliyunCredentials(
    String accessKeyId, Secret accessKeySecret, Optional<Secret> securityToken) {

  /**
   * Checks the fields.
   *
   * @throws InvalidRequestException if a field is null or empty, or has a character that is not
   *     printable ASCII, such as a line break
   */
  public AliyunCredentials {
    check(accessKeyId, AliyunSettings.ACCESS_KEY_ID.name());
    check(
        Checks.present(accessKeySecret, AliyunSettings.ACCESS_KEY_SECRET.name()).reveal(),
        AliyunSettings.ACCESS_KEY_SECRET.name());
    Checks.present(securityToken, AliyunSettings.SECURITY_TOKEN.name())
        .ifPresent(token -> check(token.reveal(), AliyunSettings.SECURITY_TOKEN.name()));
  }

  /** Returns credentials of a permanent key. */
  public static AliyunCredentials of(String accessKeyId, Secret accessKeySecret) {
    return new AliyunCredentials(accessKeyId, accessKeySecret, Optional.empty());
  }

  /** Returns credentials of a temporary key. */
  public static AliyunCredentials of(
      String accessKeyId, Secret accessKeySecret, Secret securityToken) {
    return new AliyunCredentials(accessKeyId, accessKeySecret, Optional.of(securityToken));
  }

  private static void check(String text, String field) {
    boolean printable = Checks.present(text, field).chars().allMatch(c -> c > ' ' && c < 0x7f);
    if (text.isEmpty() || !printable) {
      throw InvalidRequestException.of(
          field, "must be printable ASCII without white space or line breaks, and not empty");
    }
  }

  /** Shows no field. */
  @Override
  public String toString() {
    return "AliyunCredentials[***]";
  }
}
