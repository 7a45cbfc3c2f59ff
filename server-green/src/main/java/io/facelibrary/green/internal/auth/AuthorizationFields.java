package io.facelibrary.green.internal.auth;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields {@code Name=value, Name=value} of an {@code Authorization} header, in any order. */
final class AuthorizationFields {
  private final Map<String, String> fields;

  private AuthorizationFields(Map<String, String> fields) {
    this.fields = fields;
  }

  /** Parses the fields; empty if the text is malformed or repeats a name. */
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

  /** Returns the names of a field such as {@code a;b;c}; empty if the field is absent. */
  List<String> names(String name) {
    return get(name).map(list -> List.of(list.split(";", -1))).orElse(List.of());
  }
}
