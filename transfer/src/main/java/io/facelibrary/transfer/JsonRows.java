package io.facelibrary.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.facelibrary.EncoderModel;
import io.facelibrary.FaceEmbedding;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The lines of a JSON Lines list. */
record JsonRows(Path file, Optional<EncoderModel> model) implements Rows {
  private static final TreeSet<String> FIELDS =
      new TreeSet<>(Set.of("person", "groups", "name", "note", "image", "vector"));

  static JsonRows open(Path file, Optional<EncoderModel> model) {
    try (BufferedReader text = Rows.openText(file)) {
      if (text.readLine() == null) {
        throw Rows.broken(1, "must exist: the list is empty");
      }
      return new JsonRows(file, model);
    } catch (IOException e) {
      throw Rows.broken(e);
    }
  }

  @Override
  public void forEach(Consumer<Row> each) {
    try (BufferedReader text = Rows.openText(file)) {
      long number = 0;
      String line = text.readLine();
      while (line != null) {
        number++;
        if (!line.isBlank()) {
          each.accept(row(line, number));
        }
        line = text.readLine();
      }
    } catch (IOException e) {
      throw Rows.broken(e);
    }
  }

  private Row row(String text, long line) {
    JsonNode row;
    try {
      row = Json.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw Rows.broken(line, "must be a JSON object");
    }
    if (!row.isObject()) {
      throw Rows.broken(line, "must be a JSON object");
    }
    for (Iterator<String> names = row.fieldNames(); names.hasNext(); ) {
      if (!FIELDS.contains(names.next())) {
        throw Rows.broken(line, "must have no fields other than " + FIELDS);
      }
    }
    return new Row(
        line,
        text(row, "person", line).orElseThrow(() -> Rows.broken(line, "must name a person")),
        groups(row.path("groups"), line),
        text(row, "name", line),
        text(row, "note", line),
        text(row, "image", line),
        vector(row.path("vector"), line));
  }

  private static Optional<String> text(JsonNode row, String field, long line) {
    JsonNode value = row.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw Rows.broken(line, "must have a string for " + field);
    }
    return Optional.of(value.textValue()).filter(text -> !text.isEmpty());
  }

  private static List<String> groups(JsonNode groups, long line) {
    if (groups.isMissingNode() || groups.isNull()) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    for (JsonNode group : groups) {
      if (!group.isTextual()) {
        throw Rows.broken(line, "must have an array of strings for groups");
      }
      names.add(group.textValue());
    }
    if (!groups.isArray()) {
      throw Rows.broken(line, "must have an array of strings for groups");
    }
    return names;
  }

  private Optional<FaceEmbedding> vector(JsonNode vector, long line) {
    if (vector.isMissingNode() || vector.isNull()) {
      return Optional.empty();
    }
    if (model.isEmpty()) {
      throw Rows.broken(line, "must have no vector, because no model was given");
    }
    int dimensions = model.get().dimensions();
    if (!vector.isArray() || vector.size() != dimensions) {
      throw Rows.broken(line, "must have a vector of " + dimensions + " numbers");
    }
    float[] values = new float[dimensions];
    for (int i = 0; i < dimensions; i++) {
      JsonNode number = vector.get(i);
      if (!number.isNumber() || !Float.isFinite(number.floatValue())) {
        throw Rows.broken(line, "must have a vector of finite numbers");
      }
      values[i] = number.floatValue();
    }
    return Optional.of(FaceEmbedding.of(values));
  }
}
