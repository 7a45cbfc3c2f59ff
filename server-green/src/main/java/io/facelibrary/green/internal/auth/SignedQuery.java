package io.facelibrary.green.internal.auth;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The parameters of a query, sorted by name as every signature scheme requires. */
final class SignedQuery {
  /** Whether a parameter with an empty value is signed as {@code name} or as {@code name=}. */
  enum EmptyValue {
    BARE,
    WITH_EQUALS_SIGN
  }

  private record Parameter(String name, String value) {}

  private final List<Parameter> parameters;

  private SignedQuery(List<Parameter> parameters) {
    this.parameters = parameters;
  }

  /** Parses a query in form encoding: a plus sign is a space. */
  static SignedQuery ofForm(String rawQuery) {
    return of(rawQuery, true);
  }

  /** Parses a query according to RFC 3986: a plus sign is a plus sign. */
  static SignedQuery ofUri(String rawQuery) {
    return of(rawQuery, false);
  }

  private static SignedQuery of(String rawQuery, boolean plusIsSpace) {
    if (rawQuery.isEmpty()) {
      return new SignedQuery(List.of());
    }
    // Keep empty pieces. Otherwise they could be added to a signed query without detection.
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

  SignedQuery filter(Predicate<String> name) {
    return new SignedQuery(parameters.stream().filter(p -> name.test(p.name)).toList());
  }

  String decoded(EmptyValue form) {
    return parameters.stream()
        .map(p -> pair(p.name, p.value, form))
        .collect(Collectors.joining("&"));
  }

  /** Returns the query encoded according to RFC 3986, however the sender encoded it. */
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
