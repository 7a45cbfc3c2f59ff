package io.facelibrary;

import java.util.List;

/**
 * What is not as it should be in a library.
 *
 * @param findings of each kind one; empty if all is well
 */
public record CheckReport(List<Finding> findings) {

  /**
   * Checks and copies the findings.
   *
   * @throws InvalidRequestException if the list is or holds null
   */
  public CheckReport {
    findings = Checks.copy(findings, "findings");
  }

  /** Returns whether all is well. */
  public boolean isClean() {
    return findings.isEmpty();
  }

  /**
   * Something that is not as it should be.
   *
   * @param kind what, for programs: a stable word in lower case with hyphens, such as {@code
   *     missing-picture}
   * @param meaning what, for people, and what to do about it
   * @param count how often, at least 1
   */
  public record Finding(String kind, String meaning, int count) {

    /**
     * Checks the fields.
     *
     * @throws InvalidRequestException if a text is null, or the count below 1
     */
    public Finding {
      Checks.present(kind, "kind");
      Checks.present(meaning, "meaning");
      Checks.within(count, "count", 1, Integer.MAX_VALUE);
    }
  }
}
