package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.Capability;
import io.facelibrary.FaceLibrary;
import io.facelibrary.ImageFormat;
import io.facelibrary.Limits;
import io.facelibrary.Operation;
import io.facelibrary.Person;
import io.facelibrary.aliyun.support.TestLibraries;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GreenLimitsTest {
  private static final Limits LIMITS = GreenLimits.LIMITS;

  @Test
  void haveTheDocumentedNumbers() {
    assertThat(LIMITS.facesPerPerson()).hasValue(20);
    assertThat(LIMITS.groups()).hasValue(100);
    assertThat(LIMITS.facesPerSearch()).hasValue(20);
    assertThat(LIMITS.resultsPerSearch()).hasValue(5);
    assertThat(LIMITS.imageBytes()).hasValue(20 * 1024 * 1024);
    assertThat(LIMITS.imagePixels()).hasValue(250_000_000);
    assertThat(LIMITS.imageFormats())
        .containsExactlyInAnyOrder(
            ImageFormat.PNG, ImageFormat.JPEG, ImageFormat.BMP, ImageFormat.GIF, ImageFormat.WEBP);
  }

  @Test
  void areEmptyWhereTheVendorDocumentsNone() {
    assertThat(LIMITS.nameLength()).isEqualTo(Person.MAX_NAME_LENGTH);
    assertThat(LIMITS.noteLength()).isEqualTo(Person.MAX_NOTE_LENGTH);
    assertThat(LIMITS.groupsPerPerson()).isEmpty();
    assertThat(LIMITS.faces()).isEmpty();
    assertThat(LIMITS.facesPerGroup()).isEmpty();
    assertThat(LIMITS.callsAtOnce()).isEmpty();
  }

  @Test
  void haveARateForEachOperationThatIsACallOfTheService() {
    assertThat(new TreeSet<>(LIMITS.callsPerSecond().keySet()))
        .isEqualTo(new TreeSet<>(TestLibraries.CALLS));
    // Otherwise the resilience layer would not count the calls that these consist of.
    assertThat(LIMITS.callsPerSecond()).doesNotContainKeys(Operation.ENROL, Operation.FIND_PERSONS);
  }

  @Test
  void belongToALibraryWithEveryBaselineCapability() {
    try (FaceLibrary library = TestLibraries.open("http://127.0.0.1:9")) {
      Set<Capability> lacking =
          Arrays.stream(Capability.values())
              .filter(it -> !library.capabilities().offers(it))
              .collect(Collectors.toSet());

      assertThat(library.capabilities().limits()).isEqualTo(LIMITS);
      assertThat(lacking)
          .containsExactlyInAnyOrder(
              Capability.SEARCH_AMONG_PERSONS,
              Capability.SEARCH_BY_FACE,
              Capability.OWN_THRESHOLD,
              Capability.LIST_ALL_PERSONS);
    }
  }
}
