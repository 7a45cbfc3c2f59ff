package io.facelibrary.aliyun;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JsonTest {

  @Property
  void keepsEveryDigitOfAnIdInBothForms(@ForAll long id) {
    assertThat(Json.id(value(Long.toString(id)))).contains(Long.toString(id));
    assertThat(Json.id(value("\"" + id + "\""))).contains(Long.toString(id));
  }

  @Property
  void readsAnyBytesWithoutFailing(@ForAll byte[] bytes) {
    assertThat(Json.read(bytes)).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({"2.3E16,23000000000000000", "31842550077981745.0,31842550077981745"})
  void readsAWholeNumberWrittenAsAFraction(String written, String id) {
    assertThat(Json.id(value(written))).contains(id);
  }

  @ParameterizedTest
  @CsvSource({"1e999999999", "1E400", "1.5", "null", "true", "''"})
  void readsNothingElseAsAnId(String written) {
    assertThat(Json.id(value(written.isEmpty() ? "\"\"" : written))).isEmpty();
  }

  static Stream<String> invalidBodies() {
    return Stream.of(
        "",
        " ",
        "[]",
        "7",
        "null",
        "{",
        "<html>",
        "{\"a\":}",
        "[".repeat(100_000),
        "{\"a\":".repeat(100_000));
  }

  @ParameterizedTest
  @MethodSource("invalidBodies")
  void returnsEmptyIfTheBodyIsNotAnObject(String body) {
    assertThat(Json.read(body.getBytes(UTF_8))).isEmpty();
  }

  @Test
  void writesAnIdAsText() {
    byte[] body = Json.write(new Bodies.DeleteFacesBody("p", List.of("31842550077981745")));

    assertThat(new String(body, UTF_8))
        .isEqualTo("{\"personId\":\"p\",\"faceIds\":[\"31842550077981745\"]}");
  }

  private static JsonNode value(String written) {
    return Json.read(("{\"id\":" + written + "}").getBytes(UTF_8)).orElseThrow().path("id");
  }
}
