package io.facelibrary.testkit;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes maps, lists, texts, numbers and booleans as JSON in ASCII, with one member per line. */
final class JsonText {
  private final StringBuilder out = new StringBuilder();

  private JsonText() {}

  static String of(Object value) {
    JsonText json = new JsonText();
    json.write(value, "\n");
    return json.out.append('\n').toString();
  }

  private void write(Object value, String lineBreak) {
    if (value instanceof Map<?, ?> map) {
      String separator = "";
      out.append('{');
      for (Map.Entry<?, ?> member : map.entrySet()) {
        out.append(separator).append(lineBreak).append("  ");
        quote(member.getKey().toString());
        out.append(": ");
        write(member.getValue(), lineBreak + "  ");
        separator = ",";
      }
      out.append(map.isEmpty() ? "}" : lineBreak + "}");
    } else if (value instanceof List<?> list) {
      String separator = "";
      out.append('[');
      for (Object element : list) {
        out.append(separator).append(lineBreak).append("  ");
        write(element, lineBreak + "  ");
        separator = ",";
      }
      out.append(list.isEmpty() ? "]" : lineBreak + "]");
    } else if (value instanceof String text) {
      quote(text);
    } else {
      out.append(value);
    }
  }

  private void quote(String text) {
    out.append('"');
    text.chars().forEach(this::escape);
    out.append('"');
  }

  private void escape(int c) {
    if (c == '"' || c == '\\') {
      out.append('\\').append((char) c);
    } else if (c < ' ' || c > '~') {
      out.append(String.format(Locale.ROOT, "\\u%04x", c));
    } else {
      out.append((char) c);
    }
  }
}
