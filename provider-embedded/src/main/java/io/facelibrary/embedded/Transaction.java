package io.facelibrary.embedded;

import java.util.ArrayList;
import java.util.List;

/**
 * A write transaction, shared by the tasks of several callers. Collects the changes of other files
 * that follow, and makes them after the commit.
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

  /** Adds a step to run after the commit and before the caller returns. It must not throw. */
  void afterCommit(Runnable step) {
    afterCommit.add(step);
  }

  /** Declares that the transaction deletes or overwrites data. No file may keep a copy of it. */
  void markErasing() {
    erasing = true;
  }

  boolean isErasing() {
    return erasing;
  }

  int stepCount() {
    return afterCommit.size();
  }

  /** Removes the steps of a task that was rolled back. */
  void removeStepsFrom(int index) {
    afterCommit.subList(index, afterCommit.size()).clear();
  }

  void runSteps() {
    afterCommit.forEach(Runnable::run);
  }
}
