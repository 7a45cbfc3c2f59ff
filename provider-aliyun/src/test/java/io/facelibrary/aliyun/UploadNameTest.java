package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.ImageFormat;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadNameTest {
  private static final String NAME = "facelibrary-0123456789abcdef0123456789abcdef";

  @ParameterizedTest
  @EnumSource(ImageFormat.class)
  void namesAnImageByRandomDigitsAndItsFormat(ImageFormat format) {
    String key = UploadName.newKey("upload/2026", format);

    assertThat(key).matches("upload/2026/images/facelibrary-[0-9a-f]{32}\\.(png|jpg|bmp|gif|webp)");
    assertThat(UploadName.isUpload(URI.create("oss://bucket/" + key))).isTrue();
  }

  @Test
  void givesEachImageItsOwnName() {
    Set<String> keys = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      keys.add(UploadName.newKey("", ImageFormat.PNG));
    }

    assertThat(keys).hasSize(10_000).allMatch(key -> key.startsWith("images/facelibrary-"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "oss://bucket/upload/images/" + NAME + ".png",
        "oss://bucket/images/" + NAME + ".png",
        "oss://my_bucket.oss-cn-shanghai.aliyuncs.com/upload/images/" + NAME + ".png",
        "https://bucket.oss-cn-shanghai.aliyuncs.com/upload/images/"
            + NAME
            + ".png?Signature=a%2Fb",
        "http://127.0.0.1:8080/bucket/upload/images/" + NAME + ".png",
        "https://bucket.example.com/upload%2Fimages%2F" + NAME + ".png",
        "https://bucket.example.com/upload/images/facelibrary%2D0123456789abcdef0123456789abcdef.png"
      })
  void findsTheNameInEachFormOfAUrl(String url) {
    assertThat(UploadName.find(URI.create(url))).contains(NAME);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com/alice.png",
        "oss://bucket/upload/" + NAME + ".png",
        "oss://bucket/upload/images/" + NAME + ".exe",
        "oss://bucket/upload/images/" + NAME + ".png/more",
        "oss://bucket/upload/images/facelibrary-0123.png",
        "https://example.com/?oss://bucket/upload/images/" + NAME + ".png",
        "mailto:somebody@example.com"
      })
  void findsNoNameInOtherUrls(String url) {
    assertThat(UploadName.isUpload(URI.create(url))).isFalse();
  }
}
