package io.facelibrary.green;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields {@code Name=value, Name=value} of a header {@code Authorization}, in any order. */
final class AuthorizationFields {
  private final Map<String, String> fields;

  private AuthorizationFields(Map<String, String> fields) {
    this.fields = fields;
  }

  /** Reads the fields; nothing if the text is no list of them or names one twice. */
  static Optional<AuthorizationFields> read(String text) {
    Map<String, String> fields = new HashMap<>();
    for (String field : text.split(",", -1)) {
      int equals = field.indexOf('=');
      if (equals < 0
          || fields.put(field.substring(0, equals).strip(), field.substring(equals + 1).strip())
              != null) {
        return Optional.empty();
      }
    }
    return Optional.of(new AuthorizationFields(fields));
  }

  Optional<String> get(String name) {
    return Optional.ofNullable(fields.get(name)).filter(value -> !value.isEmpty());
  }

  /** A field that lists names, as {@code a;b;c}; empty if it is not there. */
  List<String> names(String name) {
    return get(name).map(list -> List.of(list.split(";", -1))).orElse(List.of());
  }
}
