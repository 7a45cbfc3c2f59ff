package io.facelibrary.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Writes one JSON object on one line. An absent value is null. */
final class JsonReport implements Report {
  private final PrintWriter out;
  private final JsonGenerator json;
  private List<String> columns = List.of();

  JsonReport(PrintWriter out) {
    this.out = out;
    try {
      // An incomplete report must not look complete.
      json =
          new JsonFactory()
              .createGenerator(out)
              .disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT)
              .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.writeStartObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void field(String name, Object value) {
    write(
        () -> {
          json.writeFieldName(name);
          value(value);
        });
  }

  @Override
  public void rows(String name, List<String> columns) {
    this.columns = List.copyOf(columns);
    write(() -> json.writeArrayFieldStart(name));
  }

  @Override
  public void row(Object... values) {
    write(
        () -> {
          json.writeStartObject();
          for (int i = 0; i < values.length; i++) {
            json.writeFieldName(columns.get(i));
            value(values[i]);
          }
          json.writeEndObject();
        });
  }

  @Override
  public void endRows() {
    write(json::writeEndArray);
  }

  @Override
  public void say(String sentence) {
    // Programs read the fields.
  }

  @Override
  public void end() {
    write(
        () -> {
          json.writeEndObject();
          json.close();
        });
    out.println();
  }

  private void value(Object value) throws IOException {
    if (value instanceof Optional<?> optional) {
      if (optional.isPresent()) {
        value(optional.get());
      } else {
        json.writeNull();
      }
    } else if (value instanceof List<?> list) {
      json.writeStartArray();
      for (Object element : list) {
        value(element);
      }
      json.writeEndArray();
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else if (value instanceof Integer || value instanceof Long) {
      json.writeNumber(((Number) value).longValue());
    } else if (value instanceof Double number) {
      json.writeNumber(number);
    } else {
      json.writeString(value.toString());
    }
  }

  private static void write(Step step) {
    try {
      step.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Step {
    void run() throws IOException;
  }
}
