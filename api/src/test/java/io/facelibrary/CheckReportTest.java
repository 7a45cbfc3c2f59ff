package io.facelibrary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CheckReportTest {

  @Test
  void isCleanOnlyWithoutFindings() {
    CheckReport.Finding finding = CheckReport.Finding.of("missing-image", 2, "two are missing");

    assertThat(CheckReport.of(List.of()).isClean()).isTrue();
    assertThat(CheckReport.of(List.of(finding)).isClean()).isFalse();
  }

  @Test
  void aFindingHasAtLeastOneOccurrence() {
    assertThatThrownBy(() -> CheckReport.Finding.of("missing-image", 0, "none is missing"))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("count");
  }
}
