package io.facelibrary.embedded;

import java.sql.SQLException;

/** A task that uses a database connection or a transaction. */
@FunctionalInterface
interface SqlTask<C, T> {
  T run(C context) throws SQLException;
}
