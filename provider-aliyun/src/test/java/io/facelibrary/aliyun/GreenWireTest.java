package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.facelibrary.FaceLibrary;
import io.facelibrary.aliyun.support.GoldenCase;
import io.facelibrary.aliyun.support.GreenPaths;
import io.facelibrary.aliyun.support.OutcomeText;
import io.facelibrary.aliyun.support.StubGreen;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The golden files: each call sends the request of its file, and each golden response has the
 * outcome that the table of its operation lists.
 */
class GreenWireTest {
  private final StubGreen green = new StubGreen();

  @AfterEach
  void stop() {
    green.close();
  }

  static Stream<Named<GoldenCase>> cases() {
    return Stream.of(WireTable.values())
        .flatMap(table -> GoldenCase.in(table.folder()).stream())
        .map(golden -> Named.of(golden.toString(), golden));
  }

  static Stream<Named<GoldenCase>> requests() {
    return cases()
        .filter(it -> !it.getPayload().isForeign())
        .filter(it -> !WireTable.of(it.getPayload()).neverSent().contains(it.getPayload().name()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void readsEachResponse(GoldenCase golden) {
    WireTable table = WireTable.of(golden);
    setOtherResponses(golden);
    green.respond(table.path(), golden.response());

    try (FaceLibrary library = green.open()) {
      assertThat(OutcomeText.of(() -> table.call(library, golden, green.hostAndPort())))
          .isEqualTo(table.outcomes().get(golden.name()));
    }
  }

  @ParameterizedTest
  @MethodSource("requests")
  void sendsEachRequest(GoldenCase golden) {
    WireTable table = WireTable.of(golden);
    setOtherResponses(golden);
    green.respond(table.path(), golden.response());

    try (FaceLibrary library = green.open()) {
      OutcomeText.of(() -> table.call(library, golden, green.hostAndPort()));
    }

    assertThat(green.requests(table.path()).get(0).json())
        .isEqualTo(withoutOptionalFields(golden.request()));
  }

  @ParameterizedTest
  @EnumSource
  void listsExactlyTheCasesThatExist(WireTable table) {
    List<String> cases = GoldenCase.in(table.folder()).stream().map(GoldenCase::name).toList();

    assertThat(new TreeMap<>(table.outcomes()).keySet()).isEqualTo(new TreeSet<>(cases));
    assertThat(cases).containsAll(table.neverSent());
  }

  /** Sets the responses to further queries, which some responses make necessary. */
  private void setOtherResponses(GoldenCase golden) {
    boolean exists =
        !golden.name().startsWith("person-missing") && !golden.folder().equals("add-person");
    String person = exists ? "documented" : "person-missing";
    green.respond(GreenPaths.GET_PERSON, new GoldenCase("get-person", person).response());
    green.respond(GreenPaths.GET_FACES, new GoldenCase("get-faces", "no-faces").response());
    String groups = "{\"groupIds\":[\"group1\",\"python_groupId_1\"]}";
    green.respond(GreenPaths.GET_GROUPS, StubGreen.Response.success(groups));
  }

  /** Returns the request without the optional fields that our provider omits. */
  private static JsonNode withoutOptionalFields(JsonNode request) {
    ObjectNode reduced = request.deepCopy();
    reduced.remove("bizType");
    reduced.path("tasks").forEach(task -> ((ObjectNode) task).remove("dataId"));
    return reduced;
  }

  /** Reads a table with one case and its outcome per line. */
  static Map<String, String> readTable(String lines) {
    return lines
        .lines()
        .map(line -> line.split(":", 2))
        .collect(Collectors.toMap(line -> line[0], line -> line[1].strip()));
  }
}
