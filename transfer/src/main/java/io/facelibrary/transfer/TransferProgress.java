package io.facelibrary.transfer;

import java.util.OptionalLong;

/** Hears how far a transfer is. Called by several threads, one at a time. */
@FunctionalInterface
public interface TransferProgress {

  /**
   * Hears that a face came to an end.
   *
   * @param done how many did so far
   * @param total how many there are, where that is known
   * @param rejected how many of those done are not in the library for a reason that was reported
   */
  void heard(long done, OptionalLong total, long rejected);
}
