package io.facelibrary;

import java.util.List;

/**
 * The result of a check of a library's files.
 *
 * @param findings the inconsistencies, each kind once; empty if the files are consistent
 */
public record CheckReport(List<Finding> findings) {

  /**
   * Checks and copies the findings.
   *
   * @throws InvalidRequestException if the list or a finding is null
   */
  public CheckReport {
    findings = Checks.copy(findings, "findings");
  }

  /** Returns whether there are no findings. */
  public boolean isClean() {
    return findings.isEmpty();
  }

  /**
   * One kind of inconsistency.
   *
   * @param kind a stable word of the provider for programs, in lower case with hyphens, such as
   *     {@code missing-image}
   * @param count the number of occurrences, at least 1
   * @param message the meaning and the remedy, for people; without an id of a person or a face
   */
  public record Finding(String kind, long count, String message) {

    /**
     * Checks the fields.
     *
     * @throws InvalidRequestException if a field is null, or the count is less than 1
     */
    public Finding {
      Checks.present(kind, "kind");
      if (count < 1) {
        throw InvalidRequestException.ofValue("count", "must be at least 1");
      }
      Checks.present(message, "message");
    }
  }
}
