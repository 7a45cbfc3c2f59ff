package io.facelibrary.green;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.facelibrary.InvalidRequestException;
import java.io.IOException;

/**
 * Parses request bodies as JSON, regardless of their media type: Python and Go send {@code
 * application/octet-stream}, Node sends no media type.
 */
final class GreenJson {
  private static final int DEPTH = 32;
  private static final int DIGITS = 64;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEPTH)
                          .maxNumberLength(DIGITS)
                          .build())
                  .build())
          // Ids above 2^53 may be numbers; a double would lose their last digits.
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();

  private GreenJson() {}

  /**
   * Parses the fields of a body. An empty body has no fields, and neither has {@code []}, which PHP
   * writes for an empty object.
   *
   * @throws InvalidRequestException if the body is not a JSON object
   */
  static JsonFields read(byte[] body) {
    JsonNode value;
    try {
      value = MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      // The message of the parser quotes the body, so the exception is not used as a cause.
      throw InvalidRequestException.of("body", "must be a JSON object without duplicate fields");
    } catch (IOException e) {
      throw InvalidRequestException.of("body", "must be UTF-8");
    }
    if (value.isMissingNode() || (value.isArray() && value.isEmpty())) {
      value = MAPPER.createObjectNode();
    }
    if (!value.isObject()) {
      throw InvalidRequestException.of("body", "must be a JSON object");
    }
    return new JsonFields("", value);
  }
}
