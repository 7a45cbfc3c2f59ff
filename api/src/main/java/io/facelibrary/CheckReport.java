package io.facelibrary;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The result of a check of a library's files. */
public final class CheckReport {
  private final List<Finding> findings;

  private CheckReport(Collection<? extends Finding> findings) {
    this.findings = Checks.copy(findings, "findings");
  }

  /**
   * Returns a report of these findings.
   *
   * @param findings the inconsistencies, each kind once; empty if the files are consistent
   * @throws InvalidRequestException if the list or a finding is null
   */
  public static CheckReport of(List<Finding> findings) {
    return new CheckReport(findings);
  }

  /** Returns whether there are no findings. */
  public boolean isClean() {
    return findings.isEmpty();
  }

  /** Returns the inconsistencies, each kind once; empty if the files are consistent. */
  public List<Finding> findings() {
    return findings;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CheckReport that && findings.equals(that.findings);
  }

  @Override
  public int hashCode() {
    return findings.hashCode();
  }

  @Override
  public String toString() {
    return "CheckReport[findings=" + findings + "]";
  }

  /** One kind of inconsistency. */
  public static final class Finding {
    private final String kind;
    private final long count;
    private final String message;

    private Finding(String kind, long count, String message) {
      this.kind = Checks.present(kind, "kind");
      this.count = count;
      this.message = Checks.present(message, "message");
    }

    /**
     * Returns a finding.
     *
     * @param kind a stable word of the provider for programs, in lower case with hyphens
     * @param count the number of occurrences, at least 1
     * @param message the meaning and the remedy, for people; without an id of a person or a face
     * @throws InvalidRequestException if an argument is null, or the count is less than 1
     */
    public static Finding of(String kind, long count, String message) {
      if (count < 1) {
        throw InvalidRequestException.ofValue("count", "must be at least 1");
      }
      return new Finding(kind, count, message);
    }

    /**
     * Returns a stable word of the provider for programs, in lower case with hyphens, such as
     * {@code missing-image}.
     */
    public String kind() {
      return kind;
    }

    /** Returns the number of occurrences, at least 1. */
    public long count() {
      return count;
    }

    /** Returns the meaning and the remedy, for people; without an id of a person or a face. */
    public String message() {
      return message;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Finding that
          && kind.equals(that.kind)
          && count == that.count
          && message.equals(that.message);
    }

    @Override
    public int hashCode() {
      return Objects.hash(kind, count, message);
    }

    @Override
    public String toString() {
      return "Finding[kind=" + kind + ", count=" + count + ", message=" + message + "]";
    }
  }
}
