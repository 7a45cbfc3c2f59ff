package io.facelibrary.transfer;

import java.util.OptionalLong;

/** Listens to the progress of a transfer. Calls may come from several threads, one at a time. */
@FunctionalInterface
public interface TransferProgress {

  /**
   * Called when the outcome of a face is known.
   *
   * @param done how many faces have an outcome so far
   * @param total the total number of faces; empty if that is not known
   * @param notTransferred how many of {@code done} are {@link ItemOutcome#REJECTED}, {@link
   *     ItemOutcome#FAILED} or {@link ItemOutcome#UNKNOWN}; in an export, how many have neither
   *     image nor URL
   */
  void onProgress(long done, OptionalLong total, long notTransferred);
}
