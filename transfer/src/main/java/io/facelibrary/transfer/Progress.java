package io.facelibrary.transfer;

import io.facelibrary.InvalidRequestException;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The progress of a transfer or an export, in numbers of faces. */
public final class Progress {
  private final long done;
  private final OptionalLong total;
  private final long notTransferred;

  private Progress(long done, OptionalLong total, long notTransferred) {
    this.done = notNegative(done, "done");
    this.total = total;
    this.notTransferred = notNegative(notTransferred, "notTransferred");
  }

  /**
   * Returns a progress without a total, in which every face was transferred.
   *
   * @param done 0 or more
   * @throws InvalidRequestException if the number is negative
   */
  public static Progress of(long done) {
    return new Progress(done, OptionalLong.empty(), 0);
  }

  /**
   * Returns this progress with the total number of faces.
   *
   * @throws InvalidRequestException if the number is negative
   */
  public Progress withTotal(long total) {
    return new Progress(done, OptionalLong.of(notNegative(total, "total")), notTransferred);
  }

  /**
   * Returns this progress with the number of faces that were not transferred.
   *
   * @throws InvalidRequestException if the number is negative
   */
  public Progress withNotTransferred(long faces) {
    return new Progress(done, total, faces);
  }

  /** Returns how many faces have an outcome so far. */
  public long done() {
    return done;
  }

  /** Returns the total number of faces; empty if it is not known. */
  public OptionalLong total() {
    return total;
  }

  /**
   * Returns how many of {@link #done()} are {@link ItemOutcome#REJECTED}, {@link
   * ItemOutcome#FAILED} or {@link ItemOutcome#UNKNOWN}. In an export, how many have neither image
   * nor URL.
   */
  public long notTransferred() {
    return notTransferred;
  }

  private static long notNegative(long number, String field) {
    if (number < 0) {
      throw InvalidRequestException.of(field, "must not be negative");
    }
    return number;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Progress that
        && done == that.done
        && total.equals(that.total)
        && notTransferred == that.notTransferred;
  }

  @Override
  public int hashCode() {
    return Objects.hash(done, total, notTransferred);
  }

  @Override
  public String toString() {
    return "Progress[done="
        + done
        + ", total="
        + total
        + ", notTransferred="
        + notTransferred
        + "]";
  }
}
