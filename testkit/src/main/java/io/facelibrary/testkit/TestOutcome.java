package io.facelibrary.testkit;

/**
 * The outcome of one test of the contract.
 *
 * @param reason the reason of a skip, else empty. A failure has no reason here: its text may hold
 *     secrets or paths, and is in the test report.
 */
record TestOutcome(Status status, String reason) {
  static final TestOutcome HELD = new TestOutcome(Status.HELD, "");
  static final TestOutcome FAILED = new TestOutcome(Status.FAILED, "");

  static TestOutcome skipped(String reason) {
    return new TestOutcome(Status.SKIPPED, reason);
  }

  /** The status of a test or of a sentence. */
  enum Status {
    HELD("held"),
    SKIPPED("skipped"),
    FAILED("failed");

    private final String text;

    Status(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
