package io.facelibrary;

import static io.facelibrary.support.Refusals.MARKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.facelibrary.support.FakeFaceLibrary;
import io.facelibrary.support.TestImages;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Printed text contains no secret, no signature and no image. */
class SecrecyTest {
  private static final PersonId ALICE = PersonId.of("alice");
  private static final URI SIGNED = URI.create("https://a.example/b.jpg?Signature=" + MARKER);
  private static final FaceImage URL = FaceImage.at(SIGNED);
  private static final FaceImage BYTES =
      FaceImage.of(
          TestImages.joined(TestImages.webp(), MARKER.getBytes(StandardCharsets.US_ASCII)));

  static Stream<Named<Object>> holders() {
    FaceImage[] images = {URL, BYTES};
    Face face = Face.of(FaceId.of("1")).withSource(SIGNED);
    return Stream.of(
            URL,
            BYTES,
            AddFaces.of(ALICE, images),
            Search.of(URL),
            Search.of(BYTES),
            face,
            QueryFacesResult.of(List.of(face), List.of()),
            Secret.of(MARKER),
            Optional.of(Secret.of(MARKER)),
            List.of(Secret.of(MARKER)),
            ProviderSettings.of(Map.of("access-key-secret", MARKER)),
            FaceLibraries.guard("sample", new FakeFaceLibrary()))
        .map(holder -> Named.of(holder.getClass().getSimpleName(), holder));
  }

  @ParameterizedTest
  @MethodSource("holders")
  void toStringShowsNoSensitiveContent(Object holder) {
    assertThat(holder.toString()).doesNotContain(MARKER).doesNotContain("WEBPVP8L");
  }

  static Stream<Named<ThrowingCallable>> failures() {
    ProviderSettings settings =
        ProviderSettings.of(Map.of("it", MARKER + ":\0", "of.it-file", MARKER));
    FaceLibrary library =
        FaceLibraries.guard(
            "sample",
            new FakeFaceLibrary(
                FakeFaceLibrary.all()
                    .without(Capability.IMAGE_URL)
                    .limits(Limits.builder().imageBytes(1).idLength(5).build())
                    .build()));
    PersonId marked = PersonId.of(MARKER);
    return Stream.of(
        failure("an unknown setting", () -> settings.checked("this", List.of())),
        failure("a number", () -> settings.get(ProviderSetting.integer("it", ""))),
        failure("a decimal number", () -> settings.get(ProviderSetting.decimal("it", ""))),
        failure("a word", () -> settings.get(ProviderSetting.oneOf("it", "", "a"))),
        failure("a duration", () -> settings.get(ProviderSetting.duration("it", ""))),
        failure("a URL", () -> settings.get(ProviderSetting.uri("it", "", "https"))),
        failure("a path", () -> settings.get(ProviderSetting.path("it", ""))),
        failure("a secret file", () -> settings.under("of").get(ProviderSetting.secret("it", ""))),
        failure("an unknown provider", () -> FaceLibraries.open(MARKER, Map.of())),
        failure("an unknown provider", () -> FaceLibraries.open(Map.of("provider", MARKER))),
        failure("a malformed URL", () -> FaceImage.at("https://" + MARKER + " ")),
        failure("a file", () -> FaceImage.at("file:/" + MARKER)),
        failure("an image", () -> FaceImage.of(MARKER.getBytes(StandardCharsets.US_ASCII))),
        failure("a long id", () -> PersonId.of(MARKER.repeat(99))),
        failure("an id beyond the limit", () -> library.findPerson(marked)),
        failure("a URL that is not offered", () -> library.addFaces(AddFaces.of(ALICE, URL))),
        failure("an image beyond the limit", () -> library.addFaces(AddFaces.of(ALICE, BYTES))),
        failure("a search", () -> library.search(Search.of(BYTES))),
        failure("a repeated face", () -> DeleteFaces.of(ALICE, face(), face())));
  }

  private static FaceId face() {
    return FaceId.of(MARKER);
  }

  private static Named<ThrowingCallable> failure(String name, ThrowingCallable call) {
    return Named.of(name, call);
  }

  @ParameterizedTest
  @MethodSource("failures")
  void noFailureShowsTheRefusedValue(ThrowingCallable call) {
    Throwable failure = catchThrowable(call);

    assertThat(failure).isInstanceOf(FaceLibraryException.class);
    // The trace includes causes and suppressed exceptions.
    assertThat(traceOf(failure)).doesNotContain(MARKER);
  }

  private static String traceOf(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }

  @Test
  void toStringStillIdentifiesTheObject() {
    assertThat(Face.of(FaceId.of("17")).withSource(SIGNED)).hasToString("Face[17]");
    assertThat(ProviderSettings.of(Map.of("region", "x", "key", MARKER)))
        .hasToString("ProviderSettings{key=***, region=***}");
    assertThat(URL).hasToString("FaceImage[https://a.example/b.jpg?***]");
  }

  @Test
  void differentSecretsAndImagesHaveDifferentHashes() {
    assertThat(Secret.of("one").hashCode()).isNotEqualTo(Secret.of("other").hashCode());
    assertThat(FaceImage.of(TestImages.png()).hashCode())
        .isNotEqualTo(FaceImage.of(TestImages.gif()).hashCode());
  }
}
