package io.facelibrary.green;

import com.fasterxml.jackson.databind.JsonNode;
import io.facelibrary.InvalidRequestException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The fields of a JSON object. A {@code null} field counts as absent. A string may be written as a
 * number, as some clients do with ids.
 */
final class JsonFields {
  private final String prefix;
  private final JsonNode object;

  /**
   * @param prefix the prefix of field names in error messages, such as {@code tasks[0].}
   */
  JsonFields(String prefix, JsonNode object) {
    this.prefix = prefix;
    this.object = object;
  }

  /**
   * Returns a string.
   *
   * @throws InvalidRequestException if it is absent or not a string
   */
  String text(String name) {
    return optionalText(name).orElseThrow(() -> wrong(name, "must be given"));
  }

  /**
   * Returns a string; empty if it is absent.
   *
   * @throws InvalidRequestException if it is not a string
   */
  Optional<String> optionalText(String name) {
    return value(name).map(node -> text(node, name));
  }

  /**
   * Returns strings.
   *
   * @throws InvalidRequestException if the field is absent, empty, or has other elements
   */
  List<String> texts(String name) {
    return optionalTexts(name).orElseThrow(() -> wrong(name, "must be given"));
  }

  /**
   * Returns strings; empty if the field is absent.
   *
   * @throws InvalidRequestException if the field is empty or has other elements
   */
  Optional<List<String>> optionalTexts(String name) {
    return value(name)
        .map(
            node -> {
              List<String> texts = new ArrayList<>(node.size());
              for (JsonNode element : elements(node, name)) {
                texts.add(text(element, name + "[" + texts.size() + "]"));
              }
              return texts;
            });
  }

  /**
   * Returns a whole number, written as a number or as a string.
   *
   * @throws InvalidRequestException if it is not a whole number in the range
   */
  int integer(String name, int defaultValue, int min, int max) {
    Optional<String> text = optionalText(name);
    if (text.isEmpty()) {
      return defaultValue;
    }
    try {
      int number = Integer.parseInt(text.get());
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Reported below, without the value.
    }
    throw wrong(name, "must be a whole number from " + min + " to " + max);
  }

  /**
   * Returns a switch; off if it is absent.
   *
   * @throws InvalidRequestException if it is neither true nor false
   */
  boolean isOn(String name) {
    Optional<JsonNode> node = value(name);
    if (node.isPresent() && !node.get().isBoolean()) {
      throw wrong(name, "must be true or false");
    }
    return node.isPresent() && node.get().booleanValue();
  }

  /**
   * Returns an object; without fields if it is absent.
   *
   * @throws InvalidRequestException if it is not an object
   */
  JsonFields object(String name) {
    JsonNode node = object.path(name);
    if (!node.isObject() && !node.isNull() && !node.isMissingNode()) {
      throw wrong(name, "must be an object");
    }
    return new JsonFields(prefix + name + ".", node);
  }

  /**
   * Returns objects.
   *
   * @throws InvalidRequestException if the field is absent, empty, or has other elements
   */
  List<JsonFields> objects(String name) {
    JsonNode array = value(name).orElseThrow(() -> wrong(name, "must be given"));
    List<JsonFields> objects = new ArrayList<>(array.size());
    for (JsonNode element : elements(array, name)) {
      String place = name + "[" + objects.size() + "]";
      if (!element.isObject()) {
        throw wrong(place, "must be an object");
      }
      objects.add(new JsonFields(prefix + place + ".", element));
    }
    return objects;
  }

  /** Returns the exception for a wrong value of a field. */
  InvalidRequestException wrong(String name, String rule) {
    return InvalidRequestException.of(prefix + name, rule);
  }

  private Optional<JsonNode> value(String name) {
    JsonNode node = object.path(name);
    return node.isMissingNode() || node.isNull() ? Optional.empty() : Optional.of(node);
  }

  private JsonNode elements(JsonNode array, String name) {
    if (!array.isArray()) {
      throw wrong(name, "must be an array");
    }
    if (array.isEmpty()) {
      throw wrong(name, "must not be empty");
    }
    return array;
  }

  private String text(JsonNode node, String name) {
    if (node.isTextual()) {
      return node.textValue();
    }
    if (node.isNumber()) {
      return digits(node.decimalValue());
    }
    throw wrong(name, "must be a string");
  }

  /** Expands a number such as 2E16, unless it would need too many zeros. */
  private static String digits(BigDecimal number) {
    return Math.abs((long) number.scale()) > 64 ? number.toString() : number.toPlainString();
  }
}
