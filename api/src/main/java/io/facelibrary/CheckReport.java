package io.facelibrary;

import java.util.List;

/**
 * What a check of a library's files found.
 *
 * @param findings what does not agree, each kind once; empty if everything does
 */
public record CheckReport(List<Finding> findings) {

  /**
   * Checks and copies the findings.
   *
   * @throws InvalidRequestException if one is null
   */
  public CheckReport {
    findings = Checks.copy(findings, "findings");
  }

  /** Whether nothing was found. */
  public boolean isClean() {
    return findings.isEmpty();
  }

  /**
   * One kind of disagreement.
   *
   * @param kind which: a stable word of the provider, in lower case with hyphens, such as {@code
   *     missing-picture}
   * @param count how often it was found, at least 1
   * @param message what it means, and what to do about it, for people; without an id of a person or
   *     a face
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
