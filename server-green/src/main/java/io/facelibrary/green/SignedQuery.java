package io.facelibrary.green;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The parameters of a query, sorted by name as every signature wants them. */
final class SignedQuery {
  /** Whether a parameter of an empty value is signed as {@code name} or as {@code name=}. */
  enum EmptyValue {
    BARE,
    WITH_EQUALS_SIGN
  }

  private record Parameter(String name, String value) {}

  private final List<Parameter> parameters;

  private SignedQuery(List<Parameter> parameters) {
    this.parameters = parameters;
  }

  /** Reads a query as forms are encoded: a plus sign is a space. */
  static SignedQuery ofForm(String rawQuery) {
    return of(rawQuery, true);
  }

  /** Reads a query as RFC 3986 has it: a plus sign is a plus sign. */
  static SignedQuery ofUri(String rawQuery) {
    return of(rawQuery, false);
  }

  private static SignedQuery of(String rawQuery, boolean plusIsSpace) {
    if (rawQuery.isEmpty()) {
      return new SignedQuery(List.of());
    }
    // An empty piece is kept: dropped, it could be added to a signed query without being noticed.
    return new SignedQuery(
        Arrays.stream(RawBytesText.of(rawQuery).split("&", -1))
            .map(piece -> parameter(piece, plusIsSpace))
            .sorted(Comparator.comparing(Parameter::name))
            .toList());
  }

  private static Parameter parameter(String piece, boolean plusIsSpace) {
    int equals = piece.indexOf('=');
    String name = equals < 0 ? piece : piece.substring(0, equals);
    String value = equals < 0 ? "" : piece.substring(equals + 1);
    return new Parameter(
        RawBytesText.decode(name, plusIsSpace), RawBytesText.decode(value, plusIsSpace));
  }

  boolean isEmpty() {
    return parameters.isEmpty();
  }

  SignedQuery only(Predicate<String> name) {
    return new SignedQuery(parameters.stream().filter(p -> name.test(p.name)).toList());
  }

  String decoded(EmptyValue form) {
    return parameters.stream()
        .map(p -> pair(p.name, p.value, form))
        .collect(Collectors.joining("&"));
  }

  /** Encoded as RFC 3986 has it, however the sender encoded it. */
  String encoded(EmptyValue form) {
    return parameters.stream()
        .map(
            p ->
                pair(RawBytesText.encode(p.name, false), RawBytesText.encode(p.value, false), form))
        .collect(Collectors.joining("&"));
  }

  private static String pair(String name, String value, EmptyValue form) {
    return value.isEmpty() && form == EmptyValue.BARE ? name : name + "=" + value;
  }
}
