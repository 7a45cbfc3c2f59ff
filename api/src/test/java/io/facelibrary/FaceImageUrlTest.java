package io.facelibrary;

import static io.facelibrary.support.Refusals.MARKER;
import static io.facelibrary.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaceImageUrlTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com/face.jpg",
        "HTTP://EXAMPLE.COM",
        "http://127.0.0.1:8080/a?b=c&d=e@f",
        "https://[2001:db8::1]/a.png",
        "oss://some_bucket/face.jpg",
        "https://例え.jp/顔.jpg",
        "https://example.com/a%20b%23c"
      })
  void acceptsUrlsOfAnyScheme(String url) {
    assertThat(FaceImage.at(url).url()).isEqualTo(URI.create(url));
    assertThat(FaceImage.at(URI.create(url))).isEqualTo(FaceImage.at(url));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Never-Show-Me.jpg", "//example.com/Never-Show-Me", "?Never-Show-Me", ""})
  void requiresAScheme(String url) {
    assertRefused("url", "must have a scheme", () -> FaceImage.at(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:/etc/Never-Show-Me",
        "file:///Never-Show-Me",
        "FILE://host/Never-Show-Me",
        "file:Never-Show-Me"
      })
  void refusesFileUrls(String url) {
    assertRefused("url", "must not have the scheme file", () -> FaceImage.at(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https:/Never-Show-Me",
        "https:///Never-Show-Me",
        "mailto:Never-Show-Me@example.com",
        "data:image/png;base64,Never-Show-Me",
        "jar:file:/Never-Show-Me.jar!/a"
      })
  void requiresAHost(String url) {
    assertRefused("url", "must have a host", () -> FaceImage.at(url));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://:443/Never-Show-Me", "https://:/Never-Show-Me"})
  void aPortAloneIsNotAHost(String url) {
    assertRefused("url", "must have a host", () -> FaceImage.at(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://Never-Show-Me@example.com/",
        "https://user:Never-Show-Me@example.com/",
        "https://user:Never-Show-Me@some_bucket/",
        "https://@example.com/Never-Show-Me"
      })
  void refusesUserInformation(String url) {
    assertRefused("url", "must not contain user information", () -> FaceImage.at(url));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://example.com/#Never-Show-Me", "https://example.com/#"})
  void refusesAFragment(String url) {
    assertRefused("url", "must not have a fragment", () -> FaceImage.at(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://example.com/Never-Show-Me ", "https:", "1https://a/b", "https://a/%zz"})
  void refusesMalformedUrls(String url) {
    assertRefused("url", "must be a URL according to RFC 3986", () -> FaceImage.at(url));
  }

  @Test
  void hasAMaximumLengthInItsAsciiForm() {
    String prefix = "https://example.com/" + MARKER;
    String longest = prefix + "a".repeat(8192 - prefix.length());
    String escaped = prefix + "\u9854".repeat(1000); // 9,000 characters when escaped

    assertThat(FaceImage.at(longest).url()).hasToString(longest);
    assertRefused("url", "must have at most 8192 characters", () -> FaceImage.at(longest + "a"));
    assertRefused("url", "must have at most 8192 characters", () -> FaceImage.at(escaped));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://example.com/\uD83D", "https://example.com/?a=\uDE00b"})
  void refusesUnpairedSurrogates(String url) {
    assertRefused(
        "url", "must not contain an unpaired surrogate", () -> FaceImage.at(url + MARKER));
  }

  @Test
  void refusesNull() {
    assertRefused("url", "must not be null", () -> FaceImage.at((String) null));
    assertRefused("url", "must not be null", () -> FaceImage.at((URI) null));
    assertRefused("url", "must not be null", () -> new FaceImage.Url(null));
  }

  @Test
  void doesNotShowItsQuery() {
    assertThat(FaceImage.at("https://a.example/b.jpg?sig=" + MARKER))
        .hasToString("FaceImage[https://a.example/b.jpg?***]");
    assertThat(FaceImage.at("https://a.example:8443/b.jpg"))
        .hasToString("FaceImage[https://a.example:8443/b.jpg]");
  }

  @Property
  void anyTextIsEitherAValidUrlOrRefused(@ForAll("ends") String end) {
    for (String text : new String[] {end, "https://" + end, "https://example.com/" + end}) {
      Throwable thrown = Assertions.catchThrowable(() -> FaceImage.at(text));

      if (thrown != null) {
        assertThat(thrown).isInstanceOf(InvalidRequestException.class);
      }
    }
  }

  @Provide
  Arbitrary<String> ends() {
    return Arbitraries.oneOf(
        Arbitraries.strings().all(),
        Arbitraries.strings().ascii(),
        Arbitraries.strings().withChars("a:/?#@[]%\uD83D\uDE00"));
  }
}
