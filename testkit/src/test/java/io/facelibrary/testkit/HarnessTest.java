package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.facelibrary.Capabilities;
import io.facelibrary.Capability;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class HarnessTest {
  private final Harness harness = HarnessTest::offeringAll;

  private static FaceLibrary offeringAll() {
    return offering(Offered.ALL);
  }

  private static FaceLibrary offering(Capabilities capabilities) {
    return new NotebookHarness(capabilities, it -> it).open();
  }

  @Test
  void createsUniqueIdsThatEveryProviderAccepts() {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      ids.add(harness.freshPerson().value());
      ids.add(harness.freshGroup().value());
    }

    assertThat(ids).hasSize(200).allMatch(id -> id.matches("[A-Za-z0-9_-]{1,32}"));
  }

  @Test
  void returnsImagesInAFormThatTheLibraryAccepts() {
    assertThat(harness.freshImage(offering(Offered.without(Capability.IMAGE_URL))))
        .isInstanceOf(FaceImage.Bytes.class);
    assertThat(harness.freshImage(offering(Offered.without(Capability.IMAGE_BYTES))))
        .isInstanceOf(FaceImage.Url.class);
    assertThat(harness.freshImageUrl()).isNotEqualTo(harness.freshImageUrl());
  }

  @Test
  void skipsATestWithAReasonWhenTheLibraryAcceptsNoImages() {
    FaceLibrary library = offering(Offered.without(Capability.IMAGE_URL, Capability.IMAGE_BYTES));

    assertThatExceptionOfType(TestAbortedException.class)
        .isThrownBy(() -> harness.freshImage(library))
        .withMessageContaining("accepts no images");
  }

  @Test
  void skipsATestThatWouldWaitTooLong() {
    harness.waitForSearch(Duration.ZERO);
    harness.waitForSearch(Duration.ofNanos(1));

    assertThatExceptionOfType(TestAbortedException.class)
        .isThrownBy(() -> harness.waitForSearch(Duration.ofDays(1)))
        .withMessageContaining("PT24H");
  }
}
