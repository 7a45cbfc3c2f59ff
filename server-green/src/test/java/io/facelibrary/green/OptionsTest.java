package io.facelibrary.green;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.facelibrary.InvalidRequestException;
import io.facelibrary.Operation;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Options of the server are values, and refuse what is out of range. */
class OptionsTest {
  private static final HttpLimits HTTP = HttpLimits.defaults();
  private static final UploadLimits UPLOADS = UploadLimits.defaults();
  private static final ImageFetchOptions FETCH = ImageFetchOptions.defaults();
  private static final RequestEvent EVENT = RequestEvent.of("AddFaces", 200, "200");

  static Stream<Arguments> equalsAndOthers() {
    return Stream.of(
        Arguments.of(
            HTTP,
            HTTP.withBodyBytes(HTTP.bodyBytes()),
            Set.of(
                HTTP.withBodyBytes(1),
                HTTP.withHeaderBytes(1024),
                HTTP.withConnections(1),
                HTTP.withIdleTimeout(Duration.ofMillis(1)),
                HTTP.withHeaderTimeout(Duration.ofMillis(1)),
                HTTP.withBodyTimeout(Duration.ofMillis(1)),
                HTTP.withThreads(8))),
        Arguments.of(
            UPLOADS,
            UPLOADS.withLifetime(UPLOADS.lifetime()),
            Set.of(
                UPLOADS.withObjectBytes(1),
                UPLOADS.withObjects(1),
                UPLOADS.withBytes(1),
                UPLOADS.withLifetime(Duration.ofMillis(1)))),
        Arguments.of(
            FETCH,
            FETCH.withTimeout(FETCH.timeout()),
            Set.of(
                FETCH.withTimeout(Duration.ofMillis(1)),
                FETCH.withMaxBytes(1),
                FETCH.withMaxRedirects(0),
                FETCH.withPrivateAddresses())),
        Arguments.of(
            FaultInjection.none(),
            FaultInjection.builder().build(),
            Set.of(
                FaultInjection.builder().callsPerSecond(1).build(),
                FaultInjection.builder().readOnly().build())),
        Arguments.of(
            ProtocolAssumptions.defaults(),
            ProtocolAssumptions.builder().build(),
            Set.of(
                ProtocolAssumptions.builder().rateScale(100).build(),
                ProtocolAssumptions.builder().suggestionOfPossible("look").build())),
        Arguments.of(
            EVENT,
            RequestEvent.of("AddFaces", 200, "200"),
            Set.of(EVENT.withTime(Duration.ofMillis(1)), EVENT.withBytes(1, 0))));
  }

  @ParameterizedTest
  @MethodSource("equalsAndOthers")
  void equalThoseWithTheSameFields(Object value, Object same, Set<Object> others) {
    assertThat(same).isEqualTo(value).hasSameHashCodeAs(value).hasToString(value.toString());
    assertThat(value.toString()).startsWith(value.getClass().getSimpleName() + "[");
    assertThat(others).doesNotContain(value).doesNotContain(same);
    assertThat(value).isNotEqualTo("another type");
  }

  @Test
  void keepOtherFieldsWhenOneIsSet() {
    assertThat(HTTP.withThreads(9).withBodyBytes(7).threads()).isEqualTo(9);
    assertThat(UPLOADS.withBytes(9).withObjects(7).bytes()).isEqualTo(9);
    assertThat(FETCH.withPrivateAddresses().withMaxBytes(7).privateAddresses()).isTrue();
    assertThat(EVENT.withBytes(1, 2).withTime(Duration.ofSeconds(3)))
        .hasToString(
            "RequestEvent[operation=AddFaces, status=200, code=200, time=PT3S, received=1, sent=2]");
  }

  @Test
  void refuseNull() {
    refused("idleTimeout", () -> HTTP.withIdleTimeout(null));
    refused("lifetime", () -> UPLOADS.withLifetime(null));
    refused("timeout", () -> FETCH.withTimeout(null));
    refused("latency", () -> FaultInjection.builder().latency(null));
    refused("operation", () -> FaultInjection.builder().callsPerSecond((Operation) null, 1));
    refused("suggestionOfMatch", () -> ProtocolAssumptions.builder().suggestions(null, "pass"));
    refused("labelOfNone", () -> ProtocolAssumptions.builder().labels("a", null));
    refused("code", () -> RequestEvent.of("", 200, null));
  }

  @Test
  void refuseNumbersOutOfRange() {
    refused("bodyBytes", () -> HTTP.withBodyBytes(0));
    refused("threads", () -> HTTP.withThreads(7));
    refused("bytes", () -> UPLOADS.withBytes(0));
    refused("maxRedirects", () -> FETCH.withMaxRedirects(-1));
    refused("maxBytes", () -> FETCH.withMaxBytes(0));
    refused("timeout", () -> FETCH.withTimeout(Duration.ofNanos(999_999)));
  }

  private static void refused(String field, ThrowingCallable call) {
    InvalidRequestException refusal = catchThrowableOfType(InvalidRequestException.class, call);

    assertThat(refusal.field()).isEqualTo(field);
  }
}
