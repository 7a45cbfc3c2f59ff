package io.facelibrary.green;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.AddPerson;
import io.facelibrary.FaceLibrary;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.Operation;
import io.facelibrary.PersonId;
import io.facelibrary.Secret;
import io.facelibrary.green.support.RawHttp;
import io.facelibrary.inmemory.InMemoryFaceLibrary;
import io.facelibrary.testkit.TestClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultInjectionTest {
  private static final String ANNA = "{\"personId\":\"anna\",\"groupIds\":[\"g\"]}";
  private static final String ADD = RawHttp.post("/green/sface/person/add", ANNA);
  private static final String GET = RawHttp.post("/green/sface/person", ANNA);

  private final FaceLibrary library = InMemoryFaceLibrary.builder().open();
  private final TestClock clock = TestClock.at(Instant.EPOCH);
  private final List<RequestEvent> served = new CopyOnWriteArrayList<>();
  private GreenServer server;

  @BeforeEach
  void start() {
    server =
        GreenServer.builder()
            .library(library)
            .anonymous()
            .clock(clock)
            .adminToken(Secret.of("let-me"))
            .onRequest(served::add)
            .start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void rejectsCallsBeyondTheRateLikeTheGatewayUntilTheNextSecond() throws IOException {
    server.injectFaults(FaultInjection.builder().callsPerSecond(Operation.FIND_PERSON, 1).build());
    library.addPerson(AddPerson.of(PersonId.of("anna")));

    RawHttp.Response first = exchange(GET);
    RawHttp.Response second = exchange(GET);
    RawHttp.Response another = exchange(RawHttp.post("/green/sface/groups", ""));
    clock.advance(Duration.ofSeconds(1));
    RawHttp.Response third = exchange(GET);

    assertThat(first.body()).startsWith("{\"code\":200");
    assertThat(second.status()).isEqualTo(400);
    assertThat(second.body()).contains("\"Code\":\"Throttling.User\"");
    assertThat(another.body()).startsWith("{\"code\":200");
    assertThat(third.body()).startsWith("{\"code\":200");
  }

  @Test
  void rejectsCallsBeyondTheRateLikeTheServiceWhenConfigured() throws IOException {
    server.injectFaults(
        FaultInjection.builder()
            .callsPerSecond(1)
            .throttling(FaultInjection.Throttling.SERVICE)
            .build());

    exchange(ADD);
    RawHttp.Response second = exchange(ADD);

    assertThat(second.status()).isEqualTo(200);
    assertThat(second.body()).startsWith("{\"code\":588,\"msg\":\"EXCEED_QUOTA\"");
  }

  @Test
  void rejectsWritesWhenReadOnly() throws IOException {
    server.injectFaults(FaultInjection.builder().readOnly().build());

    RawHttp.Response write = exchange(ADD);
    RawHttp.Response read = exchange(RawHttp.post("/green/sface/groups", ""));

    assertThat(write.body()).startsWith("{\"code\":596,\"msg\":\"PERMISSION_DENY\"");
    assertThat(read.body()).startsWith("{\"code\":200");
    assertThat(library.findPerson(PersonId.of("anna"))).isEmpty();
  }

  @Test
  void dropsTheConnectionBeforeTheWrite() throws IOException {
    server.failNext(FaultInjection.Fault.DROP_BEFORE);

    assertThatThrownBy(() -> exchange(ADD)).isInstanceOf(IOException.class);

    assertThat(library.findPerson(PersonId.of("anna"))).isEmpty();
    assertThat(exchange(ADD).body()).startsWith("{\"code\":200");
  }

  @Test
  void dropsTheConnectionAfterTheWrite() {
    server.failNext(FaultInjection.Fault.DROP_AFTER);

    assertThatThrownBy(() -> exchange(ADD)).isInstanceOf(IOException.class);

    assertThat(library.findPerson(PersonId.of("anna"))).isPresent();
  }

  @Test
  void cutsTheResponse() throws IOException {
    server.failNext(FaultInjection.Fault.CUT_RESPONSE);

    RawHttp.Response cut = exchange(ADD);

    assertThat(cut.status()).isEqualTo(200);
    assertThat(cut.body().length())
        .isPositive()
        .isLessThan(Integer.parseInt(cut.header("content-length")));
    assertThat(library.findPerson(PersonId.of("anna"))).isPresent();
  }

  @Test
  void respondsWithAServerErrorBeforeTheWrite() throws IOException {
    server.failNext(FaultInjection.Fault.SERVER_ERROR);

    RawHttp.Response error = exchange(ADD);

    assertThat(error.status()).isEqualTo(503);
    assertThat(error.body()).contains("\"Code\":\"ServiceUnavailable\"");
    assertThat(library.findPerson(PersonId.of("anna"))).isEmpty();
  }

  @Test
  void injectsTheSameFaultsForTheSameSeed() {
    FaultInjector one = new FaultInjector(clock);
    FaultInjector other = new FaultInjector(clock);
    FaultInjection configuration =
        FaultInjection.builder()
            .faults(0.3, 42, FaultInjection.Fault.DROP_AFTER, FaultInjection.Fault.SERVER_ERROR)
            .build();
    one.configure(configuration);
    other.configure(configuration);

    List<Optional<FaultInjection.Fault>> faults = faults(one);

    assertThat(faults(other)).isEqualTo(faults);
    assertThat(faults.stream().filter(Optional::isPresent).count()).isBetween(200L, 400L);
    assertThat(faults)
        .contains(
            Optional.of(FaultInjection.Fault.DROP_AFTER),
            Optional.of(FaultInjection.Fault.SERVER_ERROR));
  }

  private static List<Optional<FaultInjection.Fault>> faults(FaultInjector injector) {
    List<Optional<FaultInjection.Fault>> faults = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      faults.add(injector.nextFault());
    }
    return faults;
  }

  @Test
  void delaysResponsesByTheLatency() throws IOException {
    server.injectFaults(FaultInjection.builder().latency(Duration.ofMillis(30)).build());

    exchange(ADD);

    assertThat(served)
        .singleElement()
        .satisfies(it -> assertThat(it.time()).isGreaterThan(Duration.ofMillis(29)));
  }

  @Test
  void rejectsInvalidValues() {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> FaultInjection.builder().callsPerSecond(0).build())
        .satisfies(e -> assertThat(e.field()).isEqualTo("callsPerSecond"));
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> FaultInjection.builder().latency(Duration.ofMillis(-1)).build())
        .satisfies(e -> assertThat(e.field()).isEqualTo("latency"));
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(
            () ->
                FaultInjection.builder().faults(1.1, 0, FaultInjection.Fault.CUT_RESPONSE).build())
        .satisfies(e -> assertThat(e.field()).isEqualTo("faultShare"));
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> FaultInjection.builder().faults(0.5, 0).build())
        .satisfies(e -> assertThat(e.field()).isEqualTo("faults"));
  }

  @Test
  void canBeChangedOverHttpWithTheToken() throws IOException {
    String change =
        "{\"callsPerSecond\":{\"addPerson\":3},\"throttling\":\"service\",\"latencyMillis\":1,"
            + "\"readOnly\":true,\"faultShare\":0.5,\"faultSeed\":7,\"faults\":[\"cut-response\"]}";

    RawHttp.Response changed =
        exchange(RawHttp.post("/admin/faults", change, "Authorization: Bearer let-me"));
    RawHttp.Response off =
        exchange(RawHttp.post("/admin/faults", "{}", "Authorization: Bearer let-me"));
    RawHttp.Response failing =
        exchange(
            RawHttp.post(
                "/admin/fail-next",
                "{\"fault\":\"server-error\"}",
                "Authorization: Bearer let-me"));

    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.body()).isEqualTo(change);
    assertThat(off.body()).contains("\"readOnly\":false", "\"callsPerSecond\":{}");
    assertThat(failing.status()).isEqualTo(200);
    assertThat(exchange(ADD).status()).isEqualTo(503);
    assertThat(exchange(ADD).status()).isEqualTo(200);
  }

  @Test
  void cannotBeChangedWithoutTheTokenOrByInvalidRequests() throws IOException {
    RawHttp.Response none = exchange(RawHttp.post("/admin/faults", "{}"));
    RawHttp.Response wrong =
        exchange(RawHttp.post("/admin/faults", "{}", "Authorization: Bearer let-you"));
    RawHttp.Response nonsense =
        exchange(
            RawHttp.post(
                "/admin/faults", "{\"faults\":[\"fire\"]}", "Authorization: Bearer let-me"));
    RawHttp.Response elsewhere =
        exchange(RawHttp.request("GET", "/admin/x", "", "Authorization: Bearer let-me"));

    assertThat(none.status()).isEqualTo(401);
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(nonsense.status()).isEqualTo(400);
    assertThat(elsewhere.status()).isEqualTo(404);
  }

  private RawHttp.Response exchange(String request) throws IOException {
    try (RawHttp connection = new RawHttp(server.uri())) {
      return connection.send(request).response();
    }
  }
}
