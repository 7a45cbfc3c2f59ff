package io.facelibrary;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Reads secrets from files, such as those that container platforms mount. */
final class SecretFile {
  private static final int MAX_BYTES = 64 * 1024;

  private SecretFile() {}

  /**
   * Returns the content of a file without a line break at its end.
   *
   * @param field the name of the setting, for the exception. The path is in no message, because it
   *     may be the secret itself by mistake.
   * @throws InvalidRequestException if the file cannot be read, is empty or too long, or is not
   *     UTF-8
   */
  static String read(String field, String file) {
    String text = decode(field, bytes(field, file));
    String secret = withoutLineBreak(text);
    if (secret.isBlank()) {
      throw InvalidRequestException.of(field, "must name a file that is not empty");
    }
    return secret;
  }

  private static byte[] bytes(String field, String file) {
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw InvalidRequestException.of(
            field, "must name a file of at most " + MAX_BYTES + " bytes");
      }
      return bytes;
    } catch (IOException | InvalidPathException e) {
      throw InvalidRequestException.of(field, "must name a readable file");
    }
  }

  private static String decode(String field, byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw InvalidRequestException.of(field, "must name a file in UTF-8");
    }
  }

  private static String withoutLineBreak(String text) {
    if (text.endsWith("\r\n")) {
      return text.substring(0, text.length() - 2);
    }
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }
}
