package io.facelibrary.aliyun;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import io.facelibrary.AddPerson;
import io.facelibrary.FaceLibrary;
import io.facelibrary.PersonId;
import io.facelibrary.Secret;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
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
 * What stands around a body: the headers, and the signature over them.
 *
 * <p>Sources: help.aliyun.com document 53413 (headers); "Signature method" (the string to sign).
 */
class HeadersWireTest {
  private static final AddPerson REQUEST =
      AddPerson.of(PersonId.of("person1")).withName("王小明").withNote("a & b = c?");

  private final StubGreen green = new StubGreen();

  @BeforeEach
  void answerPersons() {
    green.answers(GreenPaths.ADD_PERSON, new Golden("add-person", "documented").answer());
  }

  @AfterEach
  void stop() {
    green.close();
  }

  @Test
  void postsJsonOfTheVersion() {
    StubGreen.Asked asked = sent(green.builder());

    assertThat(asked.method()).isEqualTo("POST");
    assertThat(asked.query()).isEmpty();
    assertThat(asked.headers().getFirst("Accept")).isEqualTo("application/json");
    assertThat(asked.headers().getFirst("Content-Type")).startsWith("application/json");
    assertThat(asked.headers().getFirst("x-acs-version")).isEqualTo("2018-05-09");
    assertThat(asked.headers().getFirst("x-acs-signature-method")).isEqualTo("HMAC-SHA1");
    assertThat(asked.headers().getFirst("x-acs-signature-version")).isEqualTo("1.0");
  }

  @Test
  void sendsTheDigestOfTheBody() throws GeneralSecurityException {
    StubGreen.Asked asked = sent(green.builder());

    byte[] digest = MessageDigest.getInstance("MD5").digest(asked.body().getBytes(UTF_8));
    assertThat(asked.headers().getFirst("Content-MD5"))
        .isEqualTo(Base64.getEncoder().encodeToString(digest));
  }

  @Test
  void sendsTheTimeOfTheCall() {
    StubGreen.Asked asked = sent(green.builder());

    String date = asked.headers().getFirst("Date");
    assertThat(date).endsWith(" GMT");
    Instant time = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    assertThat(Duration.between(time, Instant.now()).abs()).isLessThan(Duration.ofMinutes(1));
  }

  @Test
  void sendsANonceOnce() {
    try (FaceLibrary library = green.open()) {
      library.addPerson(REQUEST);
      library.addPerson(REQUEST);
    }

    assertThat(green.asked().stream().map(it -> it.headers().getFirst("x-acs-signature-nonce")))
        .hasSize(2)
        .doesNotHaveDuplicates()
        .allSatisfy(nonce -> assertThat(nonce).isNotBlank());
  }

  @Test
  void signsWhatItSends() throws GeneralSecurityException {
    StubGreen.Asked asked = sent(green.builder());

    assertThat(asked.headers().getFirst("Authorization"))
        .isEqualTo("acs " + StubGreen.KEY_ID + ":" + signature(asked, StubGreen.KEY_SECRET));
    assertThat(asked.headers().getFirst("x-acs-security-token")).isNull();
  }

  @Test
  void signsTheTokenOfATemporaryKey() throws GeneralSecurityException {
    AliyunCredentials temporary =
        AliyunCredentials.of("STS.NInventedKey1", Secret.of("secret1"), Secret.of("token1=="));

    StubGreen.Asked asked = sent(green.builder().credentials(temporary));

    assertThat(asked.headers().getFirst("x-acs-security-token")).isEqualTo("token1==");
    assertThat(asked.headers().getFirst("Authorization"))
        .isEqualTo("acs STS.NInventedKey1:" + signature(asked, "secret1"));
  }

  @Test
  void speaksHttpsToARegion() {
    assertThat(Endpoint.of("cn-beijing").address())
        .hasToString("https://green.cn-beijing.aliyuncs.com");
    assertThat(Endpoint.of("cn-shanghai").isSecure()).isTrue();
  }

  private StubGreen.Asked sent(AliyunFaceLibrary.Builder builder) {
    try (FaceLibrary library = builder.open()) {
      library.addPerson(REQUEST);
    }
    return green.onlyAsked(GreenPaths.ADD_PERSON);
  }

  /** Signs anew, as the vendor's page says, what was received. */
  private static String signature(StubGreen.Asked asked, String secret)
      throws GeneralSecurityException {
    Headers headers = asked.headers();
    StringBuilder text = new StringBuilder(asked.method()).append('\n');
    for (String name : List.of("Accept", "Content-MD5", "Content-Type", "Date")) {
      text.append(headers.getFirst(name)).append('\n');
    }
    TreeMap<String, String> ofVendor = new TreeMap<>();
    headers.forEach((name, values) -> ofVendor.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    ofVendor.keySet().removeIf(name -> !name.startsWith("x-acs-"));
    ofVendor.forEach((name, value) -> text.append(name + ":" + value + "\n"));
    text.append(asked.path());
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA1"));
    return Base64.getEncoder().encodeToString(mac.doFinal(text.toString().getBytes(UTF_8)));
  }
}
