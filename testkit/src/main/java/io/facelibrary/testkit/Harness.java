package io.facelibrary.testkit;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.facelibrary.Capabilities;
import io.facelibrary.Capability;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * What {@link FaceLibraryContract} must know of the library under test. One for each test; only
 * {@link #open} has to be written.
 */
@FunctionalInterface
public interface Harness extends AutoCloseable {

  /**
   * Returns the harness of a library that users open by name, which also answers {@link
   * #discovery}.
   *
   * @param provider the name that {@link FaceLibraries} finds the provider by
   * @param settings the settings of the library under test; small limits let more tests run, since
   *     a limit is only tried out where that takes few calls
   */
  static Harness byName(String provider, Map<String, String> settings) {
    Discovery discovery = new Discovery(provider, settings);
    return new Harness() {
      @Override
      public FaceLibrary open() {
        return FaceLibraries.open(discovery.provider(), discovery.settings());
      }

      @Override
      public Optional<Discovery> discovery() {
        return Optional.of(discovery);
      }
    };
  }

  /**
   * Opens the library under test, guarded, as users get it. The contract closes it.
   *
   * <p>A test may open several. Where the harness is {@link #durable()} they are on the same data;
   * else each may have data of its own.
   */
  FaceLibrary open();

  /**
   * Returns an id that no library under test has seen: at most 32 letters, digits, hyphens and
   * underscores, which every known provider takes. The contract deletes the person after the test.
   */
  default PersonId freshPerson() {
    return PersonId.of("p-" + randomSuffix());
  }

  /** Returns an id as {@link #freshPerson} does, of a group. */
  default GroupId freshGroup() {
    return GroupId.of("g-" + randomSuffix());
  }

  private static String randomSuffix() {
    return UUID.randomUUID().toString().replace("-", "").substring(0, 20).toLowerCase(Locale.ROOT);
  }

  /**
   * Returns a picture of one face, each time another, in a form that the library takes. A provider
   * that looks for faces needs pictures of its own; the default ones have none.
   */
  default FaceImage freshImage(FaceLibrary library) {
    Capabilities capabilities = library.capabilities();
    if (capabilities.offers(Capability.IMAGE_BYTES)) {
      return TestPictures.random();
    }
    assumeTrue(capabilities.offers(Capability.IMAGE_URL), "the library takes no pictures");
    return freshAddress();
  }

  /** Returns the address of a picture of one face, each time another, that the service can read. */
  default FaceImage.Url freshAddress() {
    return FaceImage.at("https://pictures.example.com/" + UUID.randomUUID() + ".png");
  }

  /**
   * Returns a picture that the guard lets through and the library rejects, such as one without a
   * face; empty if the library takes every picture.
   */
  default Optional<FaceImage> unsuitableImage() {
    return Optional.empty();
  }

  /**
   * Returns when what was written is visible to search. The default waits; a harness whose library
   * has a clock that can be moved moves it.
   *
   * @param searchDelay {@link Capabilities#searchDelay()}
   */
  default void settle(Duration searchDelay) {
    if (searchDelay.isZero()) {
      return;
    }
    assumeTrue(
        searchDelay.compareTo(Duration.ofMinutes(1)) <= 0,
        "a write is visible to search after " + searchDelay + ", too long to wait for");
    try {
      TimeUnit.NANOSECONDS.sleep(searchDelay.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      abort("interrupted while waiting until writes are visible to search");
    }
  }

  /** Tells whether all libraries that this harness opens are on the same data. */
  default boolean durable() {
    return false;
  }

  /**
   * Ends the process of every library opened so far as a crash would, without closing, and opens
   * one on the data that is left; empty if the harness cannot.
   */
  default Optional<FaceLibrary> openAfterCrash() {
    return Optional.empty();
  }

  /**
   * Checks what must hold in the library after each test, for providers with an inside to check.
   */
  default void verify(FaceLibrary library) {}

  /** Returns how users open the library; empty if not by name. */
  default Optional<Discovery> discovery() {
    return Optional.empty();
  }

  /** Returns the secrets that the libraries are opened with: the texts that nobody may ever see. */
  default Set<String> secrets() {
    return Set.of();
  }

  /** Returns libraries towards services that misbehave; empty if the library is not remote. */
  default Optional<NetworkFaults> networkFaults() {
    return Optional.empty();
  }

  /** Frees what the harness holds, after each test. */
  @Override
  default void close() {}
}
