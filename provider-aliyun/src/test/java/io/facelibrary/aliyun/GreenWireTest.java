package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.facelibrary.FaceLibrary;
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
 * What goes over the wire: each call sends what the golden file says, and each golden answer
 * becomes what the table of its operation says.
 */
class GreenWireTest {
  private final StubGreen green = new StubGreen();

  @AfterEach
  void stop() {
    green.close();
  }

  static Stream<Named<Golden>> cases() {
    return Stream.of(WireTable.values())
        .flatMap(table -> Golden.in(table.folder()).stream())
        .map(golden -> Named.of(golden.toString(), golden));
  }

  static Stream<Named<Golden>> requests() {
    return cases()
        .filter(it -> !it.getPayload().isForeign())
        .filter(it -> !WireTable.of(it.getPayload()).neverSent().contains(it.getPayload().name()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void readsEachAnswer(Golden golden) {
    WireTable table = WireTable.of(golden);
    bystanders(golden);
    green.answers(table.path(), golden.answer());

    try (FaceLibrary library = green.open()) {
      assertThat(Told.by(() -> table.call(library, golden, green.hostAndPort())))
          .isEqualTo(table.outcomes().get(golden.name()));
    }
  }

  @ParameterizedTest
  @MethodSource("requests")
  void sendsEachRequest(Golden golden) {
    WireTable table = WireTable.of(golden);
    bystanders(golden);
    green.answers(table.path(), golden.answer());

    try (FaceLibrary library = green.open()) {
      Told.by(() -> table.call(library, golden, green.hostAndPort()));
    }

    assertThat(green.asked(table.path()).get(0).json()).isEqualTo(sendable(golden.request()));
  }

  @ParameterizedTest
  @EnumSource
  void expectsNothingOfCasesThatAreNotThere(WireTable table) {
    List<String> cases = Golden.in(table.folder()).stream().map(Golden::name).toList();

    assertThat(new TreeMap<>(table.outcomes()).keySet()).isEqualTo(new TreeSet<>(cases));
    assertThat(cases).containsAll(table.neverSent());
  }

  /** What is asked besides, when an answer leaves something open. */
  private void bystanders(Golden golden) {
    boolean isThere =
        !golden.name().startsWith("person-missing") && !golden.folder().equals("add-person");
    String person = isThere ? "documented" : "person-missing";
    green.answers(GreenPaths.GET_PERSON, new Golden("get-person", person).answer());
    green.answers(GreenPaths.GET_FACES, new Golden("get-faces", "no-faces").answer());
    String groups = "{\"groupIds\":[\"group1\",\"python_groupId_1\"]}";
    green.answers(GreenPaths.GET_GROUPS, StubGreen.Reply.done(groups));
  }

  /** The request without the fields that our provider leaves out: the service takes both. */
  private static JsonNode sendable(JsonNode request) {
    ObjectNode sendable = request.deepCopy();
    sendable.remove("bizType");
    sendable.path("tasks").forEach(task -> ((ObjectNode) task).remove("dataId"));
    return sendable;
  }

  /** Reads a table of cases and outcomes, a line each. */
  static Map<String, String> table(String lines) {
    return lines
        .lines()
        .map(line -> line.split(":", 2))
        .collect(Collectors.toMap(line -> line[0], line -> line[1].strip()));
  }
}
