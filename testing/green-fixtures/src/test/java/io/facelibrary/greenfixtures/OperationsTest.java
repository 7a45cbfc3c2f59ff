package io.facelibrary.greenfixtures;

import static io.facelibrary.greenfixtures.Fixtures.FOREIGN_REQUEST;
import static io.facelibrary.greenfixtures.Fixtures.REQUEST;
import static io.facelibrary.greenfixtures.Fixtures.RESPONSE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperationsTest {
  /**
   * The documented body fields by operation: help.aliyun.com documents 70417 to 70422, 70424 to
   * 70428 and 205550.
   */
  private static final Map<String, Set<String>> DOCUMENTED_FIELDS =
      Map.ofEntries(
          Map.entry("add-faces", Set.of("personId", "urls", "bizType")),
          Map.entry("delete-faces", Set.of("personId", "faceIds")),
          Map.entry("get-faces", Set.of("personId", "faceIds")),
          Map.entry("add-person", Set.of("groupIds", "personId", "name", "note")),
          Map.entry("set-person", Set.of("personId", "name", "note")),
          Map.entry("get-person", Set.of("personId")),
          Map.entry("delete-person", Set.of("personId")),
          Map.entry("add-groups", Set.of("personId", "groupIds")),
          Map.entry("delete-groups", Set.of("personId", "groupIds")),
          Map.entry("get-groups", Set.of()),
          Map.entry("get-persons", Set.of("groupId", "currentPage", "pageSize")),
          Map.entry("image-sync-scan", Set.of("scenes", "tasks", "bizType")),
          Map.entry("upload-credentials", Set.of()));

  private static final Set<String> TASK_FIELDS = Set.of("dataId", "url", "extras");

  static Set<String> operations() {
    return DOCUMENTED_FIELDS.keySet();
  }

  static List<String> requests() {
    return Fixtures.casesWith(REQUEST);
  }

  static Stream<String> responsesOfOperations() {
    return Fixtures.casesWith(RESPONSE).stream()
        .filter(fixture -> operations().contains(Fixtures.folderOf(fixture)));
  }

  @Test
  void everyFolderIsAnOperationOrTheEnvelopeOrTheGateway() {
    Set<String> folders =
        Fixtures.files().stream().map(Fixtures::folderOf).collect(Collectors.toSet());

    assertThat(folders)
        .containsAll(operations())
        .hasSize(operations().size() + 2)
        .contains("envelope", "gateway");
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyOperationHasTheDocumentedCaseAndTheCommonVariants(String operation) {
    List<String> requests = requests();

    assertThat(requests)
        .contains(
            operation + "/documented",
            operation + "/without-msg",
            operation + "/unknown-fields",
            operation + "/code-as-text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "add-faces",
        "delete-faces",
        "get-faces",
        "set-person",
        "get-person",
        "delete-person",
        "add-groups",
        "delete-groups"
      })
  void everyOperationOnAPersonHasTheCaseOfAMissingPerson(String operation) {
    JsonNode response = Fixtures.json(operation + "/person-missing" + RESPONSE);

    assertThat(response.path("code").intValue()).isEqualTo(400);
    assertThat(response.path("msg").textValue()).isEqualTo("The person is not exist!");
  }

  @ParameterizedTest
  @MethodSource("requests")
  void everyRequestHasOnlyDocumentedFieldsAndTextIds(String fixture) {
    JsonNode request = Fixtures.json(fixture + REQUEST);

    assertThat(request.isObject()).isTrue();
    assertThat(names(request)).isSubsetOf(DOCUMENTED_FIELDS.get(Fixtures.folderOf(fixture)));
    assertThat(ids(request)).allMatch(JsonNode::isTextual);
    assertThat(request.path("tasks"))
        .allSatisfy(task -> assertThat(names(task)).isSubsetOf(TASK_FIELDS));
  }

  @ParameterizedTest
  @MethodSource("responsesOfOperations")
  void everyResponseOfAnOperationHasHttp200AndARequest(String fixture) {
    JsonNode response = Fixtures.json(fixture + RESPONSE);

    assertThat(Fixtures.source(fixture).status()).isEqualTo(200);
    assertThat(names(response)).contains("code", "requestId");
    assertThat(Fixtures.files()).containsAnyOf(fixture + REQUEST, fixture + FOREIGN_REQUEST);
  }

  @Test
  void largeFaceIdsAreExactAsNumbersAndAsText() {
    JsonNode numbers = Fixtures.json("delete-faces/ids-of-the-other-type" + RESPONSE);
    JsonNode texts = Fixtures.json("delete-faces/large-ids" + RESPONSE);

    List<String> fromNumbers = new ArrayList<>();
    numbers.at("/data/faceIds").forEach(id -> fromNumbers.add(id.bigIntegerValue().toString()));
    List<String> fromTexts = new ArrayList<>();
    texts.at("/data/faceIds").forEach(id -> fromTexts.add(id.textValue()));

    assertThat(fromNumbers)
        .isEqualTo(fromTexts)
        .containsExactly("31842550077981745", "31820666292926465", "23088737259260929")
        .noneMatch(id -> Long.toString((long) Double.parseDouble(id)).equals(id));
  }

  @ParameterizedTest
  @ValueSource(strings = {"accessKeyId", "accessKeySecret", "securityToken"})
  void secretsAreInvented(String field) {
    List<String> cases =
        Fixtures.casesWith(RESPONSE).stream()
            .filter(fixture -> fixture.startsWith("upload-credentials/"))
            .toList();

    List<String> secrets =
        cases.stream()
            .map(fixture -> Fixtures.json(fixture + RESPONSE).path("data").path(field))
            .filter(secret -> !secret.isMissingNode())
            .map(JsonNode::textValue)
            .toList();

    assertThat(secrets).isNotEmpty().allMatch(secret -> secret.startsWith("invented-"));
  }

  private static List<JsonNode> ids(JsonNode request) {
    List<JsonNode> found = new ArrayList<>();
    Stream.of("personId", "groupId", "dataId")
        .forEach(field -> found.addAll(request.findValues(field)));
    request.path("faceIds").forEach(found::add);
    request.path("groupIds").forEach(found::add);
    return found;
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
