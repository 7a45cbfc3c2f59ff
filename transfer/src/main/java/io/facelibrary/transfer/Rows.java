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
   * Hands over each line.
   *
   * @throws InvalidRequestException at the first that is not as it must be, with its number
   */
  void forEach(Consumer<Row> each);

  /** What made the vectors. */
  default Optional<EncoderModel> model() {
    return Optional.empty();
  }

  /** Opens a text that must be UTF-8, with or without a byte order mark. */
  static BufferedReader text(Path file) throws IOException {
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

  /** Says what is wrong with a list. */
  static InvalidRequestException broken(IOException cause) {
    return InvalidRequestException.of(
        "source",
        cause instanceof CharacterCodingException
            ? "must be text in UTF-8"
            : "must be a file that can be read");
  }

  /** Says what is wrong with a line. */
  static InvalidRequestException broken(long line, String rule) {
    return InvalidRequestException.of("line " + line, rule);
  }
}
