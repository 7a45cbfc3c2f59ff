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
 * Caches the upload grant, and renews it before it expires. One thread renews it; meanwhile the
 * others use the current grant, and wait only if that has expired.
 */
final class UploadGrants {
  static final Duration MARGIN = Duration.ofSeconds(60);

  private final Function<Operation, UploadGrant> source;
  private final Clock clock;
  private final AtomicReference<@Nullable CachedGrant> cached = new AtomicReference<>();
  private final AtomicReference<@Nullable CompletableFuture<UploadGrant>> renewal =
      new AtomicReference<>();

  /**
   * Starts without a grant.
   *
   * @param source requests a grant from the service, for the operation that the user called
   */
  UploadGrants(Function<Operation, UploadGrant> source, Clock clock) {
    this.source = source;
    this.clock = clock;
  }

  private record CachedGrant(UploadGrant grant, Instant renewFrom) {}

  /**
   * Returns a grant that has not expired, and requests one if needed.
   *
   * @param during the operation that the user called
   * @throws FaceLibraryException if the service refused; a failure is not cached, so the next call
   *     requests a grant again
   */
  UploadGrant acquire(Operation during) {
    while (true) {
      CachedGrant known = cached.get();
      if (known != null && clock.instant().isBefore(known.renewFrom())) {
        return known.grant();
      }
      CompletableFuture<UploadGrant> mine = new CompletableFuture<>();
      CompletableFuture<UploadGrant> others = renewal.compareAndExchange(null, mine);
      if (others == null) {
        return renew(mine, during);
      }
      if (known != null && clock.instant().isBefore(known.grant().expires())) {
        return known.grant();
      }
      Optional<UploadGrant> awaited = await(others);
      if (awaited.isPresent()) {
        return awaited.get();
      }
    }
  }

  private UploadGrant renew(CompletableFuture<UploadGrant> mine, Operation during) {
    try {
      UploadGrant grant = renew(during);
      renewal.set(null);
      mine.complete(grant);
      return grant;
    } catch (Throwable e) {
      renewal.set(null);
      mine.completeExceptionally(e);
      throw e;
    }
  }

  private UploadGrant renew(Operation during) {
    CachedGrant known = cached.get();
    // Another thread may have renewed the grant since this thread checked it.
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
          "the service returned upload credentials that have expired by this machine's clock");
    }
    Duration margin = life.compareTo(MARGIN.multipliedBy(2)) < 0 ? life.dividedBy(2) : MARGIN;
    cached.set(new CachedGrant(grant, grant.expires().minus(margin)));
    return grant;
  }

  /** Waits for the renewal by another thread; empty if that thread was interrupted. */
  private static Optional<UploadGrant> await(CompletableFuture<UploadGrant> others) {
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
              ErrorKind.INTERNAL, Effect.NONE, "requesting upload credentials failed")
          .cause(e)
          .build();
    }
  }

  /** Discards a grant that the storage refused, unless it was renewed since. */
  void discard(UploadGrant refused) {
    CachedGrant known = cached.get();
    if (known != null && known.grant().equals(refused)) {
      cached.compareAndSet(known, null);
    }
  }
}
