package io.facelibrary.aliyun;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Writes and reads JSON. Ids are numbers in some responses and text in others, and exceed
 * 2<sup>53</sup>. So no id is ever converted to a double.
 */
final class Json {
  // More digits than any id has. Without the limit, a huge exponent would expand to that many
  // zeros.
  private static final int MAX_DIGITS = 100;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();
  private static final ObjectWriter WRITER = MAPPER.writer();
  private static final ObjectReader READER = MAPPER.readerFor(JsonNode.class);

  private Json() {}

  static byte[] write(Object body) {
    try {
      return WRITER.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("every body consists of texts and numbers", e);
    }
  }

  /** Reads an object; returns empty if the bytes are not one. */
  static Optional<JsonNode> read(byte[] bytes) {
    if (bytes.length == 0) {
      return Optional.empty();
    }
    try {
      JsonNode node = READER.readTree(bytes);
      return node.isObject() ? Optional.of(node) : Optional.empty();
    } catch (IOException e) {
      // Without the cause: the parser quotes its input, which may hold a token.
      return Optional.empty();
    }
  }

  /** Returns the first of two fields that exists and is not null, else a missing node. */
  static JsonNode either(JsonNode object, String field, String other) {
    JsonNode value = object.path(field);
    return value.isMissingNode() || value.isNull() ? object.path(other) : value;
  }

  static Optional<String> requestId(JsonNode body) {
    return text(either(body, "requestId", "RequestId"));
  }

  /** Returns a text, or empty if it is the empty text. */
  static Optional<String> text(JsonNode node) {
    return Optional.of(node.asText("")).filter(text -> !text.isEmpty());
  }

  /** Returns a whole number, written as a number or as text. */
  static OptionalInt integer(JsonNode node) {
    if (node.isInt()) {
      return OptionalInt.of(node.intValue());
    }
    try {
      return OptionalInt.of(Integer.parseInt(node.asText("").trim()));
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  /** Returns a finite number, written as a number or as text. */
  static OptionalDouble number(JsonNode node) {
    try {
      double number =
          node.isNumber() ? node.doubleValue() : Double.parseDouble(node.asText("").trim());
      return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  /** Returns an id, written as a number or as text, digit for digit. */
  static Optional<String> id(JsonNode node) {
    if (node.isIntegralNumber()) {
      return Optional.of(node.asText());
    }
    if (node.isNumber()) {
      return wholeNumber(node.decimalValue());
    }
    return node.isTextual() ? text(node) : Optional.empty();
  }

  /** Reads ids such as 2.3E16: a table of the documentation gives them the type "Float". */
  private static Optional<String> wholeNumber(BigDecimal number) {
    if (number.precision() - number.scale() > MAX_DIGITS) {
      return Optional.empty();
    }
    try {
      return Optional.of(number.toBigIntegerExact().toString());
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  /** Returns the ids of a list, without items that are not ids; empty if there is no list. */
  static List<String> ids(JsonNode list) {
    List<String> ids = new ArrayList<>(list.size());
    list.forEach(node -> id(node).ifPresent(ids::add));
    return ids;
  }
}
