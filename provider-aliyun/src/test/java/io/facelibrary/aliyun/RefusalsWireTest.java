package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.GroupId;
import io.facelibrary.PageRequest;
import io.facelibrary.PersonId;
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

/** What a caller is told when the service or its gateway refuses a read, and a write. */
class RefusalsWireTest {
  private static final PersonId PERSON = PersonId.of("person1");
  private static final Set<GroupId> GROUPS = Set.of(GroupId.of("group1"));
  private static final Map<String, String> TOLD = GreenWireTest.table(RefusalOutcomes.TABLE);

  private final StubGreen green = new StubGreen();
  private final FaceLibrary library = green.open();

  @AfterEach
  void stop() {
    library.close();
    green.close();
  }

  static Stream<Named<Golden>> cases() {
    return Stream.of("envelope", "gateway")
        .flatMap(folder -> Golden.in(folder).stream())
        .map(golden -> Named.of(golden.toString(), golden));
  }

  static Stream<Named<Golden>> ofGateway() {
    return cases().filter(it -> it.getPayload().folder().equals("gateway"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void tellsKindAndEffectOfAReadAndOfAWrite(Golden golden) {
    green.answers(GreenPaths.GET_GROUPS, golden.answer());
    green.answers(GreenPaths.ADD_GROUPS, golden.answer());
    green.answers(GreenPaths.GET_PERSON, new Golden("get-person", "documented").answer());

    String read = Told.by(() -> library.listGroups(PageRequest.first()));
    String write = Told.by(this::joined);

    assertThat(read + " / " + write).isEqualTo(TOLD.get(golden.toString()));
  }

  @Test
  void expectsNothingOfCasesThatAreNotThere() {
    Set<String> cases =
        cases()
            .map(it -> it.getPayload().toString())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(new TreeSet<>(TOLD.keySet())).isEqualTo(cases);
  }

  @ParameterizedTest
  @MethodSource("ofGateway")
  void tellsWhatTheGatewaySaidAndNothingThatWasSigned(Golden golden) {
    green.answers(GreenPaths.ADD_GROUPS, golden.answer());

    FaceLibraryException refused = catchThrowableOfType(FaceLibraryException.class, this::joined);

    assertThat(refused.call().orElseThrow().requestId())
        .contains("36D384DA-8023-4E84-BCFD-0C5581352C16");
    assertThat(refused)
        .hasMessageContaining("HTTP status " + golden.answer().status())
        .hasMessageContaining("it says: ")
        .extracting(Throwable::getMessage)
        .asString()
        .doesNotContain("invented-nonce", "FZd6Y", "/green/sface", "x-acs", StubGreen.KEY_ID);
  }

  @Test
  void tellsWhatTheServiceSaidWithoutTheIdsItRepeats() {
    green.answers(
        GreenPaths.ADD_GROUPS,
        StubGreen.Reply.refused(599, "person1 cannot join group1, ask " + StubGreen.KEY_ID));

    FaceLibraryException refused = catchThrowableOfType(FaceLibraryException.class, this::joined);

    assertThat(refused).hasMessageContaining("it says: *** cannot join ***, ask ***");
  }

  @Test
  void keepsTheRequestIdOfAnAnswerWithoutAStatus() {
    green.answers(GreenPaths.GET_GROUPS, new Golden("envelope", "without-code").answer());

    FaceLibraryException refused =
        catchThrowableOfType(
            FaceLibraryException.class, () -> library.listGroups(PageRequest.first()));

    assertThat(refused.call().orElseThrow().requestId())
        .contains("36D384DA-8023-4E84-BCFD-0C5581352C16");
  }

  @Test
  void waitsAsLongAsAThrottlingGatewaySays() {
    green.answers(
        GreenPaths.ADD_GROUPS,
        new Golden("gateway", "throttling-user").answer().with("Retry-After", "7"));

    FaceLibraryException refused = catchThrowableOfType(FaceLibraryException.class, this::joined);

    assertThat(refused.retryAfter()).hasValueSatisfying(it -> assertThat(it).hasSeconds(7));
  }

  private Object joined() {
    library.joinGroups(PERSON, GROUPS);
    return "joined";
  }
}
