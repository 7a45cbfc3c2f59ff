package io.facelibrary.embedded;

import java.sql.SQLException;

/** Something to be done in a transaction. */
@FunctionalInterface
interface SqlTask<C, T> {
  T in(C context) throws SQLException;
}
