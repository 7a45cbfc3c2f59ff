package io.facelibrary.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.facelibrary.EncoderModel;
import io.facelibrary.InvalidRequestException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Verifies, before anything is copied, that the lines of an export are consistent. Another program
 * may have written the export, and a line that does not fit would be skipped silently.
 */
final class ExportedFaces {
  private final Path folder;
  private final ExportFormat format;
  private final long vectors;

  private ExportedFaces(Path folder, ExportFormat format, long vectors) {
    this.folder = folder;
    this.format = format;
    this.vectors = vectors;
  }

  static void verify(
      Path folder, ExportFormat format, Optional<EncoderModel> model, long personCount)
      throws IOException {
    long vectors =
        model.isPresent()
            ? Files.size(folder.resolve(ExportFormat.VECTORS))
                / ((long) Float.BYTES * model.get().dimensions())
            : 0;
    new ExportedFaces(folder, format, vectors).verify(personCount);
  }

  private void verify(long personCount) throws IOException {
    try (BufferedReader persons = Files.newBufferedReader(folder.resolve(ExportFormat.PERSONS));
        BufferedReader faces = Files.newBufferedReader(folder.resolve(ExportFormat.FACES))) {
      long personLine = 0;
      long faceLine = 1;
      Optional<JsonNode> face = next(faces, ExportFormat.FACES, faceLine);
      Optional<JsonNode> person = next(persons, ExportFormat.PERSONS, personLine + 1);
      while (person.isPresent()) {
        personLine++;
        String id = text(person.get(), "id", ExportFormat.PERSONS, personLine);
        while (face.isPresent()
            && text(face.get(), "person", ExportFormat.FACES, faceLine).equals(id)) {
          verify(face.get(), faceLine);
          faceLine++;
          face = next(faces, ExportFormat.FACES, faceLine);
        }
        person = next(persons, ExportFormat.PERSONS, personLine + 1);
      }
      if (face.isPresent()) {
        throw broken(
            ExportFormat.FACES, faceLine, "must be in the order of " + ExportFormat.PERSONS);
      }
      if (personLine != personCount) {
        throw broken(ExportFormat.MANIFEST, 1, "must count the lines of " + ExportFormat.PERSONS);
      }
    }
  }

  private void verify(JsonNode face, long line) {
    String unused = text(face, "id", ExportFormat.FACES, line);
    if (face.has(format.imageField())) {
      String name = text(face, format.imageField(), ExportFormat.FACES, line);
      Path images = folder.resolve(format.imageFolder());
      Path file = images.resolve(name);
      if (!images.equals(file.getParent()) || !Files.isRegularFile(file)) {
        throw broken(ExportFormat.FACES, line, "must name an image that exists");
      }
    }
    JsonNode vector = face.path("vector");
    if (!vector.isMissingNode()
        && !(vector.isIntegralNumber() && vector.asLong() >= 0 && vector.asLong() < vectors)) {
      throw broken(ExportFormat.FACES, line, "must have the number of a vector that exists");
    }
  }

  private static Optional<JsonNode> next(BufferedReader lines, String file, long number)
      throws IOException {
    String line = lines.readLine();
    if (line == null) {
      return Optional.empty();
    }
    try {
      JsonNode node = Json.MAPPER.readTree(line);
      if (node.isObject()) {
        return Optional.of(node);
      }
    } catch (JsonProcessingException e) {
      throw broken(file, number, "must be a JSON object");
    }
    throw broken(file, number, "must be a JSON object");
  }

  private static String text(JsonNode node, String field, String file, long line) {
    if (!node.path(field).isTextual()) {
      throw broken(file, line, "must have a string for " + field);
    }
    return node.path(field).textValue();
  }

  private static InvalidRequestException broken(String file, long line, String rule) {
    return InvalidRequestException.of(file + " line " + line, rule);
  }
}
