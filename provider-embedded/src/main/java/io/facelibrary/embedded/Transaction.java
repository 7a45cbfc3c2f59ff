package io.facelibrary.embedded;

import java.util.ArrayList;
import java.util.List;

/**
 * A transaction that is being written, shared by the works of several callers. What must follow in
 * the files beside the database is collected, and done once the commit has returned.
 */
final class Transaction {
  private final Database database;
  private final List<Runnable> afterCommit = new ArrayList<>();
  private boolean erasing;

  Transaction(Database database) {
    this.database = database;
  }

  Database database() {
    return database;
  }

  /** Has a step done after the commit and before the caller is answered; it must not throw. */
  void afterCommit(Runnable step) {
    afterCommit.add(step);
  }

  /** Says that something is deleted or overwritten, of which nothing may be left in any file. */
  void erases() {
    erasing = true;
  }

  boolean isErasing() {
    return erasing;
  }

  int steps() {
    return afterCommit.size();
  }

  /** Forgets the steps of a work that was undone. */
  void forgetFrom(int step) {
    afterCommit.subList(step, afterCommit.size()).clear();
  }

  void committed() {
    afterCommit.forEach(Runnable::run);
  }
}
