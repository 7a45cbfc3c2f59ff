package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the service says is shown without what it repeats. */
class VendorTextTest {
  private static final JsonNode SENT =
      Json.read(
              "{\"personId\":\"is\",\"name\":\"Tom (Jr.)\",\"faceIds\":[\"31842550077981745\"]}"
                  .getBytes(StandardCharsets.UTF_8))
          .orElseThrow();

  @ParameterizedTest
  @CsvSource({
    "This person is not here!, This person *** not here!",
    "no face 31842550077981745 of Tom (Jr.)., no face *** of ***.",
    "key LTAI5tInventedKeyId0 unknown, key *** unknown",
    "cannot read https://a.example.com/p?Signature=abc now, cannot read *** now",
    "cannot read oss://bucket/images/1.png, cannot read ***",
    "Specifiedsignaturemethodunsupported here, Specifiedsignaturemethodunsupported here",
    "'two\nlines\tand \u0007', two lines and"
  })
  void hidesWhatWasSentAndWhatLooksLikeAKey(String said, String shown) {
    assertThat(VendorText.shown(said, SENT)).isEqualTo(shown);
  }

  @Test
  void cutsOffWhatWasSigned() {
    String said = "not matched. server string to sign is:POST\napplication/json\nx-acs-token:abc";

    assertThat(VendorText.shown(said, SENT))
        .isEqualTo("not matched. server string to sign ***: ***");
  }

  @Test
  void showsNoMoreThanAFewLines() {
    assertThat(VendorText.shown("word ".repeat(100_000), SENT)).hasSizeLessThanOrEqualTo(303);
  }
}
