package io.facelibrary.green.internal.auth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.Secret;
import io.facelibrary.green.support.Acs3Signing;
import io.facelibrary.green.support.ClientCrypto;
import io.facelibrary.green.support.ComposedRequest;
import io.facelibrary.green.support.OssSigning;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Any change of one byte of a signed request is detected. */
class TamperedRequestTest {
  private static final String BODY = "{\"personId\":\"person1\",\"faceIds\":[\"1\",\"2\"]}";
  private static final String NICKNAME = "{\"userNick\":\"\u5f20 & +%\",\"userId\":\"\"}";

  private final AccessKeys keys =
      AccessKeys.builder()
          .permanent(ComposedRequest.KEY_ID, Secret.of(ComposedRequest.SECRET))
          .build();
  private final Clock clock = Clock.fixed(Instant.parse(ComposedRequest.NOW), ZoneOffset.UTC);

  @Property(tries = 1000)
  void isRejectedByTheApi(
      @ForAll("apiRequests") ReceivedRequest signed,
      @ForAll @IntRange(max = 10_000) int place,
      @ForAll @IntRange(min = 1, max = 255) int change) {
    var authenticator = new AcsAuthenticator(keys, clock, SignaturePolicy.LENIENT);

    ReceivedRequest changed = changed(signed, place, change);

    assertThat(authenticator.authenticate(changed)).isPresent();
    assertThat(authenticator.authenticate(signed)).isEmpty();
  }

  @Property(tries = 1000)
  void isRejectedByTheObjectStore(
      @ForAll("uploads") ReceivedRequest signed,
      @ForAll @IntRange(max = 10_000) int place,
      @ForAll @IntRange(min = 1, max = 255) int change) {
    var authenticator = new OssAuthenticator(keys, clock);

    ReceivedRequest changed = changed(signed, place, change);

    assertThat(authenticator.authenticate(changed)).isPresent();
    assertThat(authenticator.authenticate(signed)).isEmpty();
  }

  @Example
  void isRejectedForEveryFlippedBit() {
    var authenticator = new AcsAuthenticator(keys, clock, SignaturePolicy.LENIENT);
    var store = new OssAuthenticator(keys, clock);

    for (ReceivedRequest request : signedRequests()) {
      for (int place = 0; place < length(request); place++) {
        ReceivedRequest changed = flipped(request, place);
        assertThat(authenticator.authenticate(changed)).as("%s at %d", request, place).isPresent();
      }
    }
    for (ReceivedRequest upload : signedUploads()) {
      for (int place = 0; place < length(upload); place++) {
        ReceivedRequest changed = flipped(upload, place);
        assertThat(store.authenticate(changed)).as("%s at %d", upload, place).isPresent();
      }
    }
  }

  @Provide
  Arbitrary<ReceivedRequest> apiRequests() {
    return Arbitraries.of(signedRequests());
  }

  @Provide
  Arbitrary<ReceivedRequest> uploads() {
    return Arbitraries.of(signedUploads());
  }

  private static List<ReceivedRequest> signedRequests() {
    ComposedRequest like =
        ComposedRequest.post("/green/sface/face/delete")
            .body(BODY)
            .with("accept", "application/json")
            .with("content-type", "application/json")
            .with("date", ComposedRequest.DATE)
            .with("x-acs-version", "2018-05-09")
            .with("x-acs-signature-nonce", "4f7b9c")
            .md5();
    String path = "/green/sface/face/delete";
    ReceivedRequest plain = like.signedAcs(ComposedRequest.SECRET, path).received();
    ReceivedRequest encoded =
        like.query("ClientInfo=" + ClientCrypto.percentEncoded(NICKNAME) + "&RegionId=cn-shanghai")
            .signedAcs(
                ComposedRequest.SECRET, path + "?ClientInfo=" + NICKNAME + "&RegionId=cn-shanghai")
            .received();
    ReceivedRequest empty =
        like.query("ClientInfo=&RegionId=cn-shanghai")
            .signedAcs(ComposedRequest.SECRET, path + "?ClientInfo&RegionId=cn-shanghai")
            .received();
    ReceivedRequest newer =
        Acs3Signing.sign(
                Acs3Signing.request(path, BODY).query("RegionId=cn-shanghai"),
                path,
                "RegionId=cn-shanghai",
                BODY)
            .received();
    return List.of(plain, encoded, empty, newer);
  }

  private static List<ReceivedRequest> signedUploads() {
    String resource = "/uploads/folder/a b.jpg";
    ComposedRequest older = ComposedRequest.put("/uploads/folder/a%20b.jpg").body("image").md5();
    older
        .with("date", ComposedRequest.DATE)
        .with("content-type", "image/jpeg")
        .with("x-oss-meta-a", "b");
    ComposedRequest newer = ComposedRequest.put("/uploads/folder/a%20b.jpg").body("image").md5();
    newer
        .with("x-oss-date", "20261124T120000Z")
        .with("x-oss-content-sha256", "UNSIGNED-PAYLOAD")
        .with("content-type", "image/jpeg")
        .query("uploadId=a%2Bb");
    OssSigning.signedV1(older, ComposedRequest.SECRET, ComposedRequest.DATE, resource);
    OssSigning.signedV4(
        newer, ComposedRequest.SECRET, "/uploads/folder/a%20b.jpg", "uploadId=a%2Bb");
    return List.of(older.received(), newer.received());
  }

  private static ReceivedRequest changed(ReceivedRequest request, int place, int change) {
    int at = place % length(request);
    ReceivedRequest changed = with(request, at, (byte) (byteAt(request, at) ^ change));
    Assume.that(!meansTheSame(request, changed));
    return changed;
  }

  private static ReceivedRequest flipped(ReceivedRequest request, int place) {
    return with(request, place, (byte) (byteAt(request, place) ^ 1));
  }

  private static int length(ReceivedRequest request) {
    return parts(request).stream().mapToInt(part -> part.length).sum();
  }

  private static byte byteAt(ReceivedRequest request, int place) {
    int at = place;
    for (byte[] part : parts(request)) {
      if (at < part.length) {
        return part[at];
      }
      at -= part.length;
    }
    throw new AssertionError("no byte at " + place);
  }

  private static ReceivedRequest with(ReceivedRequest request, int place, byte value) {
    List<byte[]> parts = parts(request);
    int at = place;
    for (byte[] part : parts) {
      if (at >= 0 && at < part.length) {
        part[at] = value;
      }
      at -= part.length;
    }
    Map<String, List<String>> headers = new TreeMap<>();
    int next = 4;
    for (String name : new TreeMap<>(request.headers()).keySet()) {
      headers.put(name, List.of(text(parts.get(next++))));
    }
    return new ReceivedRequest(
        text(parts.get(0)), text(parts.get(1)), text(parts.get(2)), headers, parts.get(3));
  }

  private static List<byte[]> parts(ReceivedRequest request) {
    List<byte[]> parts = new ArrayList<>();
    parts.add(request.method().getBytes(UTF_8));
    parts.add(request.path().getBytes(UTF_8));
    parts.add(request.rawQuery().getBytes(UTF_8));
    parts.add(request.body().clone());
    new TreeMap<>(request.headers())
        .values()
        .forEach(values -> parts.add(values.get(0).getBytes(UTF_8)));
    return parts;
  }

  // The hexadecimal digits of an escape may have either case.
  private static boolean meansTheSame(ReceivedRequest one, ReceivedRequest other) {
    return one.rawQuery().equalsIgnoreCase(other.rawQuery())
        && one.path().equalsIgnoreCase(other.path())
        && RawBytesText.decode(one.rawQuery(), false)
            .equals(RawBytesText.decode(other.rawQuery(), false))
        && RawBytesText.decode(one.path(), false).equals(RawBytesText.decode(other.path(), false))
        && !(one.rawQuery().equals(other.rawQuery()) && one.path().equals(other.path()));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }
}
