package io.facelibrary.transfer;

import io.facelibrary.EncoderModel;
import io.facelibrary.InvalidRequestException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** The lines of a list, in order. */
interface Rows {

  /**
   * Passes each line to a consumer.
   *
   * @throws InvalidRequestException at the first malformed line, with its number
   */
  void forEach(Consumer<Row> each);

  /** Returns the model that made the vectors. */
  default Optional<EncoderModel> model() {
    return Optional.empty();
  }

  /** Opens a UTF-8 text, with or without a byte order mark. */
  static BufferedReader openText(Path file) throws IOException {
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Files.newInputStream(file),
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)));
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    return reader;
  }

  /** Returns an exception for a list that cannot be read. */
  static InvalidRequestException broken(IOException cause) {
    return InvalidRequestException.of(
        "source",
        cause instanceof CharacterCodingException
            ? "must be UTF-8 text"
            : "must be a readable file");
  }

  /** Returns an exception for a malformed line. */
  static InvalidRequestException broken(long line, String rule) {
    return InvalidRequestException.of("line " + line, rule);
  }
}
