package io.facelibrary.embedded;

import java.sql.SQLException;

/** Carries the database's failure through a rule, which knows nothing of databases. */
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
