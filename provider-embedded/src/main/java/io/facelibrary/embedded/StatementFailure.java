package io.facelibrary.embedded;

import java.sql.SQLException;

/** Carries a failure of the database through a rule, which cannot throw a checked exception. */
final class StatementFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final SQLException failure;

  StatementFailure(SQLException failure) {
    super(failure);
    this.failure = failure;
  }

  SQLException failure() {
    return failure;
  }
}
