package io.facelibrary;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.support.FakeFaceLibrary;
import io.facelibrary.support.TestImages;
import org.junit.jupiter.api.Test;

/** The rules by which {@link Limits} and {@link Capabilities} refuse ids and images. */
class RefusalTest {
  private static final FaceImage.Url URL = FaceImage.at("https://example.com/face.jpg");
  private static final FaceImage.Bytes BYTES = FaceImage.of(TestImages.webp());

  @Test
  void acceptsEverythingWithoutLimits() {
    Limits none = Limits.none();

    assertThat(none.refusal(PersonId.of("x".repeat(255)))).isEmpty();
    assertThat(none.refusal(GroupId.of("any text"))).isEmpty();
    assertThat(none.refusal(URL)).isEmpty();
    assertThat(none.refusal(BYTES)).isEmpty();
    assertThat(FakeFaceLibrary.all().build().refusal(URL)).isEmpty();
    assertThat(FakeFaceLibrary.all().build().refusal(BYTES)).isEmpty();
  }

  @Test
  void refusesAnIdBeyondTheLength() {
    Limits limits = Limits.builder().idLength(5).build();

    assertThat(limits.refusal(PersonId.of("alice"))).isEmpty();
    assertThat(limits.refusal(GroupId.of("staff"))).isEmpty();
    assertThat(limits.refusal(PersonId.of("alice1"))).contains("must have at most 5 characters");
    assertThat(limits.refusal(GroupId.of("staff1"))).contains("must have at most 5 characters");
  }

  @Test
  void refusesAnIdThatThePatternDoesNotMatchAsAWhole() {
    Limits limits = Limits.builder().idPattern("[a-z]+").build();

    assertThat(limits.refusal(PersonId.of("alice"))).isEmpty();
    assertThat(limits.refusal(GroupId.of("staff"))).isEmpty();
    assertThat(limits.refusal(PersonId.of("alice 1"))).contains("must match [a-z]+");
    assertThat(limits.refusal(GroupId.of("1 staff"))).contains("must match [a-z]+");
  }

  @Test
  void refusesAnImageBeyondTheNumberOfBytes() {
    assertThat(Limits.builder().imageBytes(34).build().refusal(BYTES)).isEmpty();
    assertThat(Limits.builder().imageBytes(33).build().refusal(BYTES))
        .contains("must have at most 33 bytes");
    assertThat(Limits.builder().imageBytes(1).build().refusal(URL)).isEmpty();
  }

  @Test
  void refusesAUrlBeyondTheLengthOfItsAsciiForm() {
    Limits limits = Limits.builder().urlLength(28).build();

    assertThat(limits.refusal(URL)).isEmpty();
    assertThat(limits.refusal(FaceImage.at("https://example.com/\u9854")))
        .contains("must have a URL of at most 28 characters");
    assertThat(Limits.builder().urlLength(1).build().refusal(BYTES)).isEmpty();
  }

  @Test
  void refusesAnImageOfAKindThatIsNotOffered() {
    Capabilities noUrl = FakeFaceLibrary.all().without(Capability.IMAGE_URL).build();
    Capabilities noBytes = FakeFaceLibrary.all().without(Capability.IMAGE_BYTES).build();

    assertThat(noUrl.refusal(BYTES)).isEmpty();
    assertThat(noBytes.refusal(URL)).isEmpty();
    assertThat(noUrl.refusal(URL))
        .contains("must be given by content: the library does not offer IMAGE_URL");
    assertThat(noBytes.refusal(BYTES))
        .contains("must be given by URL: the library does not offer IMAGE_BYTES");
  }

  @Test
  void refusesAnOfferedImageBeyondALimit() {
    Capabilities capabilities =
        FakeFaceLibrary.all().limits(Limits.builder().imageBytes(33).urlLength(5).build()).build();

    assertThat(capabilities.refusal(BYTES)).contains("must have at most 33 bytes");
    assertThat(capabilities.refusal(URL)).contains("must have a URL of at most 5 characters");
  }
}
