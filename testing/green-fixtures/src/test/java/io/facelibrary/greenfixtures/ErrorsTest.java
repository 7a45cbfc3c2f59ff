package io.facelibrary.greenfixtures;

import static io.facelibrary.greenfixtures.Fixtures.RESPONSE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorsTest {
  /**
   * The errors of the gateway: help.aliyun.com documents 53413 and 434846, developer.aliyun.com
   * question 278265. An unknown access key is documented with two statuses.
   */
  private static final Map<String, Set<Integer>> GATEWAY =
      Map.ofEntries(
          Map.entry("SignatureDoesNotMatch", Set.of(400)),
          Map.entry("IncompleteSignature", Set.of(400)),
          Map.entry("InvalidAccessKeyId.NotFound", Set.of(404, 400)),
          Map.entry("InvalidAccessKeyId.Inactive", Set.of(400)),
          Map.entry("InvalidTimeStamp.Expired", Set.of(400)),
          Map.entry("InvalidTimeStamp.Format", Set.of(400)),
          Map.entry("IllegalTimestamp", Set.of(400)),
          Map.entry("SignatureNonceUsed", Set.of(400)),
          Map.entry("MissingDate", Set.of(400)),
          Map.entry("InvalidParameter.Format", Set.of(400)),
          Map.entry("UnsupportedHTTPMethod", Set.of(400)),
          Map.entry("InvalidSignatureMethod", Set.of(400)),
          Map.entry("InvalidApi.NotFound", Set.of(404)),
          Map.entry("InvalidProduct.NotFound", Set.of(404)),
          Map.entry("InvalidAction.NotFound", Set.of(400)),
          Map.entry("InvalidProtocol.NeedSsl", Set.of(404)),
          Map.entry("Throttling.User", Set.of(400)),
          Map.entry("Throttling", Set.of(400)),
          Map.entry("Throttling.Api", Set.of(400)),
          Map.entry("ServiceUnavailable", Set.of(503)),
          Map.entry("InternalError", Set.of(500)));

  static List<String> gateway() {
    return in("gateway/").toList();
  }

  static Stream<String> envelope() {
    return in("envelope/");
  }

  @Test
  void everyErrorOfTheGatewayHasAFileWithItsStatus() {
    Map<String, Set<Integer>> statuses =
        gateway().stream()
            .collect(
                Collectors.groupingBy(
                    fixture -> Fixtures.json(fixture + RESPONSE).path("Code").textValue(),
                    Collectors.mapping(
                        fixture -> Fixtures.source(fixture).status(), Collectors.toSet())));

    assertThat(statuses).isEqualTo(GATEWAY);
  }

  @ParameterizedTest
  @MethodSource("gateway")
  void everyErrorOfTheGatewayHasCapitalizedFields(String fixture) {
    JsonNode response = Fixtures.json(fixture + RESPONSE);

    assertThat(response.path("Message").textValue()).isNotBlank();
    assertThat(response.path("RequestId").textValue())
        .matches("[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}");
    assertThat(response.has("code")).isFalse();
  }

  /** Official clients read the text after the colon; the Python core fails without one. */
  @ParameterizedTest
  @ValueSource(strings = {"signature-does-not-match", "incomplete-signature"})
  void aRejectedSignatureContainsTheStringThatTheServerSigned(String name) {
    JsonNode response = Fixtures.json("gateway/" + name + RESPONSE);

    assertThat(response.path("Message").textValue())
        .contains("server string to sign is:POST\napplication/json\n");
  }

  /** Source: help.aliyun.com document 53414. */
  @ParameterizedTest
  @ValueSource(
      ints = {
        200, 280, 400, 401, 403, 404, 480, 500, 503, 580, 581, 585, 586, 587, 588, 589, 590, 591,
        592, 594, 595, 596
      })
  void everyDocumentedCodeHasABusinessResponse(int code) {
    String fixture = "envelope/code-" + code;

    assertThat(Fixtures.json(fixture + RESPONSE).path("code").intValue()).isEqualTo(code);
    assertThat(Fixtures.source(fixture).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @MethodSource("envelope")
  void everyEnvelopeHasHttp200UnlessItsNameSaysOtherwise(String fixture) {
    int status = Fixtures.source(fixture).status();

    assertThat(status).isEqualTo(fixture.contains("-with-http-") ? lastNumber(fixture) : 200);
  }

  @Test
  void theEnvelopeCoversEveryFormOfMissingData() {
    JsonNode empty = Fixtures.json("envelope/data-empty" + RESPONSE);
    JsonNode absent = Fixtures.json("envelope/data-absent" + RESPONSE);
    JsonNode none = Fixtures.json("envelope/data-null" + RESPONSE);

    assertThat(empty.get("data")).isEmpty();
    assertThat(absent.has("data")).isFalse();
    assertThat(none.get("data").isNull()).isTrue();
  }

  private static Stream<String> in(String folder) {
    return Fixtures.casesWith(RESPONSE).stream().filter(fixture -> fixture.startsWith(folder));
  }

  private static int lastNumber(String fixture) {
    return Integer.parseInt(fixture.substring(fixture.lastIndexOf('-') + 1));
  }
}
