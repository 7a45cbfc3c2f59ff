package io.facelibrary.aliyun;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import io.facelibrary.AddPerson;
import io.facelibrary.FaceLibrary;
import io.facelibrary.PersonId;
import io.facelibrary.Secret;
import io.facelibrary.aliyun.support.GoldenCase;
import io.facelibrary.aliyun.support.GreenPaths;
import io.facelibrary.aliyun.support.StubGreen;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The headers of a request, and the signature over them.
 *
 * <p>Sources: help.aliyun.com document 53413 (headers); "Signature method" (the string to sign).
 */
class HeadersWireTest {
  private static final AddPerson REQUEST =
      AddPerson.of(PersonId.of("person1")).withName("王小明").withNote("a & b = c?");

  private final StubGreen green = new StubGreen();

  @BeforeEach
  void respondToAddPerson() {
    green.respond(GreenPaths.ADD_PERSON, new GoldenCase("add-person", "documented").response());
  }

  @AfterEach
  void stop() {
    green.close();
  }

  @Test
  void postsJsonOfTheVersion() {
    StubGreen.Request request = send(green.builder());

    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.query()).isEmpty();
    assertThat(request.headers().getFirst("Accept")).isEqualTo("application/json");
    assertThat(request.headers().getFirst("Content-Type")).startsWith("application/json");
    assertThat(request.headers().getFirst("x-acs-version")).isEqualTo("2018-05-09");
    assertThat(request.headers().getFirst("x-acs-signature-method")).isEqualTo("HMAC-SHA1");
    assertThat(request.headers().getFirst("x-acs-signature-version")).isEqualTo("1.0");
  }

  @Test
  void sendsTheDigestOfTheBody() throws GeneralSecurityException {
    StubGreen.Request request = send(green.builder());

    byte[] digest = MessageDigest.getInstance("MD5").digest(request.body().getBytes(UTF_8));
    assertThat(request.headers().getFirst("Content-MD5"))
        .isEqualTo(Base64.getEncoder().encodeToString(digest));
  }

  @Test
  void sendsTheTimeOfTheCall() {
    Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    StubGreen.Request request = send(green.builder());
    Instant after = Instant.now();

    String date = request.headers().getFirst("Date");
    assertThat(date).endsWith(" GMT");
    Instant time = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    assertThat(time).isBetween(before, after);
  }

  @Test
  void sendsEachNonceOnce() {
    try (FaceLibrary library = green.open()) {
      library.addPerson(REQUEST);
      library.addPerson(REQUEST);
    }

    assertThat(green.requests().stream().map(it -> it.headers().getFirst("x-acs-signature-nonce")))
        .hasSize(2)
        .doesNotHaveDuplicates()
        .allSatisfy(nonce -> assertThat(nonce).isNotBlank());
  }

  @Test
  void signsEachRequest() throws GeneralSecurityException {
    StubGreen.Request request = send(green.builder());

    assertThat(request.headers().getFirst("Authorization"))
        .isEqualTo("acs " + StubGreen.KEY_ID + ":" + signature(request, StubGreen.KEY_SECRET));
    assertThat(request.headers().getFirst("x-acs-security-token")).isNull();
  }

  @Test
  void signsTheTokenOfATemporaryKey() throws GeneralSecurityException {
    AliyunCredentials temporary =
        AliyunCredentials.of("STS.NInventedKey1", Secret.of("secret1"), Secret.of("token1=="));

    StubGreen.Request request = send(green.builder().credentials(temporary));

    assertThat(request.headers().getFirst("x-acs-security-token")).isEqualTo("token1==");
    assertThat(request.headers().getFirst("Authorization"))
        .isEqualTo("acs STS.NInventedKey1:" + signature(request, "secret1"));
  }

  @Test
  void callsARegionOverHttps() {
    assertThat(Endpoint.of("cn-beijing").url())
        .hasToString("https://green.cn-beijing.aliyuncs.com");
    assertThat(Endpoint.of("cn-shanghai").isSecure()).isTrue();
  }

  private StubGreen.Request send(AliyunFaceLibrary.Builder builder) {
    try (FaceLibrary library = builder.open()) {
      library.addPerson(REQUEST);
    }
    return green.onlyRequest(GreenPaths.ADD_PERSON);
  }

  /** Computes the signature of a received request as the vendor's page describes it. */
  private static String signature(StubGreen.Request request, String secret)
      throws GeneralSecurityException {
    Headers headers = request.headers();
    StringBuilder text = new StringBuilder(request.method()).append('\n');
    for (String name : List.of("Accept", "Content-MD5", "Content-Type", "Date")) {
      text.append(headers.getFirst(name)).append('\n');
    }
    TreeMap<String, String> ofVendor = new TreeMap<>();
    headers.forEach((name, values) -> ofVendor.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    ofVendor.keySet().removeIf(name -> !name.startsWith("x-acs-"));
    ofVendor.forEach((name, value) -> text.append(name + ":" + value + "\n"));
    text.append(request.path());
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA1"));
    return Base64.getEncoder().encodeToString(mac.doFinal(text.toString().getBytes(UTF_8)));
  }
}
