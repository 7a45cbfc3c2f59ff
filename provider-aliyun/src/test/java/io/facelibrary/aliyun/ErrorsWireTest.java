package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.GroupId;
import io.facelibrary.PageRequest;
import io.facelibrary.PersonId;
import io.facelibrary.aliyun.support.ErrorOutcomes;
import io.facelibrary.aliyun.support.GoldenCase;
import io.facelibrary.aliyun.support.GreenPaths;
import io.facelibrary.aliyun.support.OutcomeText;
import io.facelibrary.aliyun.support.StubGreen;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The failures of a read and a write for each golden error of the service or its gateway. */
class ErrorsWireTest {
  private static final PersonId PERSON = PersonId.of("person1");
  private static final Set<GroupId> GROUPS = Set.of(GroupId.of("group1"));
  private static final Map<String, String> OUTCOMES = GreenWireTest.readTable(ErrorOutcomes.TABLE);

  private final StubGreen green = new StubGreen();
  private final FaceLibrary library = green.open();

  @AfterEach
  void stop() {
    library.close();
    green.close();
  }

  static Stream<Named<GoldenCase>> cases() {
    return Stream.of("envelope", "gateway")
        .flatMap(folder -> GoldenCase.in(folder).stream())
        .map(golden -> Named.of(golden.toString(), golden));
  }

  static Stream<Named<GoldenCase>> ofGateway() {
    return cases().filter(it -> it.getPayload().folder().equals("gateway"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void reportsKindAndEffectOfAReadAndOfAWrite(GoldenCase golden) {
    green.respond(GreenPaths.GET_GROUPS, golden.response());
    green.respond(GreenPaths.ADD_GROUPS, golden.response());
    green.respond(GreenPaths.GET_PERSON, new GoldenCase("get-person", "documented").response());

    String read = OutcomeText.of(() -> library.listGroups(PageRequest.first()));
    String write = OutcomeText.of(this::join);

    assertThat(read + " / " + write).isEqualTo(OUTCOMES.get(golden.toString()));
  }

  @Test
  void listsExactlyTheCasesThatExist() {
    Set<String> cases =
        cases()
            .map(it -> it.getPayload().toString())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(new TreeSet<>(OUTCOMES.keySet())).isEqualTo(cases);
  }

  @ParameterizedTest
  @MethodSource("ofGateway")
  void quotesTheGatewayWithoutTheSignedText(GoldenCase golden) {
    green.respond(GreenPaths.ADD_GROUPS, golden.response());

    FaceLibraryException failure = catchThrowableOfType(FaceLibraryException.class, this::join);

    assertThat(failure.call().orElseThrow().requestId())
        .contains("36D384DA-8023-4E84-BCFD-0C5581352C16");
    assertThat(failure)
        .hasMessageContaining("HTTP status " + golden.response().status())
        .hasMessageContaining("it says: ")
        .extracting(Throwable::getMessage)
        .asString()
        .doesNotContain("invented-nonce", "FZd6Y", "/green/sface", "x-acs", StubGreen.KEY_ID);
  }

  @Test
  void quotesTheServiceWithoutTheIdsThatItRepeats() {
    green.respond(
        GreenPaths.ADD_GROUPS,
        StubGreen.Response.error(599, "person1 cannot join group1, ask " + StubGreen.KEY_ID));

    FaceLibraryException failure = catchThrowableOfType(FaceLibraryException.class, this::join);

    assertThat(failure).hasMessageContaining("it says: *** cannot join ***, ask ***");
  }

  @Test
  void keepsTheRequestIdOfAResponseWithoutAStatus() {
    green.respond(GreenPaths.GET_GROUPS, new GoldenCase("envelope", "without-code").response());

    FaceLibraryException failure =
        catchThrowableOfType(
            FaceLibraryException.class, () -> library.listGroups(PageRequest.first()));

    assertThat(failure.call().orElseThrow().requestId())
        .contains("36D384DA-8023-4E84-BCFD-0C5581352C16");
  }

  @Test
  void reportsForHowLongAThrottlingGatewayAsksTheClientToWait() {
    green.respond(
        GreenPaths.ADD_GROUPS,
        new GoldenCase("gateway", "throttling-user").response().with("Retry-After", "7"));

    FaceLibraryException failure = catchThrowableOfType(FaceLibraryException.class, this::join);

    assertThat(failure.retryAfter()).hasValueSatisfying(it -> assertThat(it).hasSeconds(7));
  }

  private Object join() {
    library.joinGroups(PERSON, GROUPS);
    return "joined";
  }
}
