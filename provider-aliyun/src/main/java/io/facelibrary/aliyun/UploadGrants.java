package io.facelibrary.aliyun;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Operation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the right to upload, and renews it before it ends. One thread renews; meanwhile the others
 * go on with what they have, and wait only if that has ended.
 */
final class UploadGrants {
  static final Duration MARGIN = Duration.ofSeconds(60);

  private final Function<Operation, UploadGrant> source;
  private final Clock clock;
  private final AtomicReference<@Nullable Held> held = new AtomicReference<>();
  private final AtomicReference<@Nullable CompletableFuture<UploadGrant>> renewal =
      new AtomicReference<>();

  /**
   * Begins without a right.
   *
   * @param source asks the service for one, during what the user called
   */
  UploadGrants(Function<Operation, UploadGrant> source, Clock clock) {
    this.source = source;
    this.clock = clock;
  }

  private record Held(UploadGrant grant, Instant renewFrom) {}

  /**
   * Returns a right that has not ended.
   *
   * @param during what the user called
   * @throws FaceLibraryException as the service's answer to who asked for it; nothing is kept of
   *     that, and the next call asks again
   */
  UploadGrant current(Operation during) {
    while (true) {
      Held known = held.get();
      if (known != null && clock.instant().isBefore(known.renewFrom())) {
        return known.grant();
      }
      CompletableFuture<UploadGrant> mine = new CompletableFuture<>();
      CompletableFuture<UploadGrant> others = renewal.compareAndExchange(null, mine);
      if (others == null) {
        return renewed(mine, during);
      }
      if (known != null && clock.instant().isBefore(known.grant().expires())) {
        return known.grant();
      }
      Optional<UploadGrant> awaited = outcome(others);
      if (awaited.isPresent()) {
        return awaited.get();
      }
    }
  }

  private UploadGrant renewed(CompletableFuture<UploadGrant> mine, Operation during) {
    try {
      UploadGrant grant = renewed(during);
      renewal.set(null);
      mine.complete(grant);
      return grant;
    } catch (Throwable e) {
      renewal.set(null);
      mine.completeExceptionally(e);
      throw e;
    }
  }

  private UploadGrant renewed(Operation during) {
    Held known = held.get();
    // Somebody may have renewed it between the look and the turn to renew.
    if (known != null && clock.instant().isBefore(known.renewFrom())) {
      return known.grant();
    }
    UploadGrant grant = source.apply(during);
    Instant now = clock.instant();
    Duration life = Duration.between(now, grant.expires());
    if (life.isNegative() || life.isZero()) {
      throw FaceLibraryException.of(
          ErrorKind.INTERNAL,
          Effect.NONE,
          "the service gave upload credentials that have ended already by this machine's clock");
    }
    Duration margin = life.compareTo(MARGIN.multipliedBy(2)) < 0 ? life.dividedBy(2) : MARGIN;
    held.set(new Held(grant, grant.expires().minus(margin)));
    return grant;
  }

  /** Waits for the renewal of another thread; empty if that thread was told to stop. */
  private static Optional<UploadGrant> outcome(CompletableFuture<UploadGrant> others) {
    try {
      return Optional.of(others.get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw FaceLibraryException.builder(
              ErrorKind.INTERRUPTED,
              Effect.NONE,
              "the calling thread was interrupted while it waited for upload credentials")
          .cause(e)
          .build();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof FaceLibraryException failed) {
        if (failed.kind() == ErrorKind.INTERRUPTED) {
          return Optional.empty();
        }
        throw failed;
      }
      throw FaceLibraryException.builder(
              ErrorKind.INTERNAL, Effect.NONE, "asking for upload credentials failed")
          .cause(e)
          .build();
    }
  }

  /** Forgets a right that was refused, unless it was renewed since. */
  void drop(UploadGrant refused) {
    Held known = held.get();
    if (known != null && known.grant().equals(refused)) {
      held.compareAndSet(known, null);
    }
  }
}
