package io.facelibrary.testkit;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.facelibrary.Capabilities;
import io.facelibrary.Capability;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import io.facelibrary.Similarity;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Opens the library under test for {@link FaceLibraryContract} and describes it. Each test has its
 * own harness. Only {@link #open} must be implemented.
 */
@FunctionalInterface
public interface Harness extends AutoCloseable {

  /**
   * Returns a harness that opens the library by name, as users do, and also implements {@link
   * #discovery}.
   *
   * @param provider the name under which {@link FaceLibraries} finds the provider
   * @param settings the settings of the library under test. Small limits let more tests run, since
   *     a test reaches a limit only if that takes few calls.
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
   * Opens the library under test, with the guard, as users get it. The contract closes the library.
   *
   * <p>A test may open several libraries. If the harness is {@link #durable()}, all of them use the
   * same data; otherwise each may have its own data.
   */
  FaceLibrary open();

  /**
   * Returns the version of the contract up to which the provider promises to pass. Newer tests are
   * skipped with that reason, so that a new release of the contract does not fail the build of a
   * provider. Raise the number after reading which sentences are new.
   *
   * <p>The default is {@link FaceLibraryContract#DEFAULT_VERSION}. A number above {@link
   * FaceLibraryContract#VERSION} also runs every test.
   */
  default int contract() {
    return FaceLibraryContract.DEFAULT_VERSION;
  }

  /**
   * Returns the id of a person that no library under test has seen. The default has at most 32
   * letters, digits and hyphens, which every known provider accepts. The contract deletes the
   * person after the test.
   */
  default PersonId freshPerson() {
    return PersonId.of("p-" + randomSuffix());
  }

  /** Returns the id of a group that no library under test has seen. */
  default GroupId freshGroup() {
    return GroupId.of("g-" + randomSuffix());
  }

  private static String randomSuffix() {
    return UUID.randomUUID().toString().replace("-", "").substring(0, 20).toLowerCase(Locale.ROOT);
  }

  /**
   * Returns an image of one face, in a form that the library accepts. Each call returns another
   * image. A provider that detects faces must override this method: the default images show no
   * face.
   */
  default FaceImage freshImage(FaceLibrary library) {
    Capabilities capabilities = library.capabilities();
    if (capabilities.offers(Capability.IMAGE_BYTES)) {
      FaceImage image = TestImages.random();
      assumeTrue(
          capabilities.refusal(image).isEmpty(),
          "the library accepts no small PNG image, and the harness provides no other");
      return image;
    }
    assumeTrue(capabilities.offers(Capability.IMAGE_URL), "the library accepts no images");
    return freshImageUrl();
  }

  /**
   * Returns the URL of an image of one face that the service can read. Each call returns another
   * URL.
   */
  default FaceImage.Url freshImageUrl() {
    return FaceImage.at("https://images.example.com/" + UUID.randomUUID() + ".png");
  }

  /**
   * Returns an image that the guard accepts and the library rejects, such as one without a face.
   * Empty, the default, if the library accepts every image.
   */
  default Optional<FaceImage> unsuitableImage() {
    return Optional.empty();
  }

  /**
   * Returns an image of a person whom no other image of this harness shows. The contract never adds
   * it: no search may find anybody with it. The default is a {@link #freshImage}.
   */
  default FaceImage strangerImage(FaceLibrary library) {
    return freshImage(library);
  }

  /**
   * Returns an image of more faces than {@link io.facelibrary.Limits#facesPerSearch()}. Empty, the
   * default, if the harness has none.
   */
  default Optional<FaceImage> imageOfManyFaces() {
    return Optional.empty();
  }

  /**
   * Returns the minimum similarity of the contract's searches if the library has neither a scale
   * nor a threshold of its own. The same image must reach it, and images of two persons should not.
   * The default returns everybody.
   */
  default Similarity matchSimilarity() {
    return Similarity.NONE;
  }

  /**
   * Waits until every write so far is visible to queries. The contract calls this only if the
   * library does not offer {@link Capability#CONSISTENT_QUERIES}. The default sleeps for the delay,
   * and skips the test if the delay is not known.
   *
   * @param queryDelay {@link Capabilities#queryDelay()}
   */
  default void waitForQueries(Duration queryDelay) {
    assumeFalse(queryDelay.isZero(), "the time until a query sees a write is not known");
    sleep(queryDelay, "queries");
  }

  /**
   * Waits until every write so far is visible to search. The default sleeps for the delay. A
   * harness whose library takes a clock advances that clock instead.
   *
   * @param searchDelay {@link Capabilities#searchDelay()}
   */
  default void waitForSearch(Duration searchDelay) {
    if (!searchDelay.isZero()) {
      sleep(searchDelay, "search");
    }
  }

  private static void sleep(Duration delay, String reads) {
    assumeTrue(
        delay.compareTo(Duration.ofMinutes(1)) <= 0,
        "a write is visible to " + reads + " only after " + delay + ", which is too long to wait");
    try {
      TimeUnit.NANOSECONDS.sleep(delay.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      abort("interrupted while waiting until writes are visible to " + reads);
    }
  }

  /**
   * Returns whether the data outlives the libraries that this harness opens. If true, the harness
   * also implements {@link #openAfterClose} and {@link #openAfterCrash}. The default is false.
   */
  default boolean durable() {
    return false;
  }

  /**
   * Opens a library on the stored data, as a new process would. The contract calls this after it
   * has closed every library of this harness.
   *
   * <p>The library must read what was stored. The harness makes sure that no library and no cache
   * of this process still serves the data. For example, it copies the files to another folder, or
   * opens another connection pool. Otherwise a provider that never writes would pass.
   *
   * @return empty, the default, fails the tests of a harness that is {@link #durable()}
   */
  default Optional<FaceLibrary> openAfterClose() {
    return Optional.empty();
  }

  /**
   * Opens a library on the data that is left when the process of every library so far crashes
   * without closing it. A harness may copy the files as they are, or kill a real process. The
   * contract closes the abandoned libraries after the test.
   *
   * @return empty, the default, fails the tests of a harness that is {@link #durable()}
   */
  default Optional<FaceLibrary> openAfterCrash() {
    return Optional.empty();
  }

  /**
   * Checks the invariants of the provider after each test. The default checks nothing.
   *
   * @param library the library under test
   */
  default void verify(FaceLibrary library) {}

  /** Returns how users open the library by name. Empty, the default, if they do not. */
  default Optional<Discovery> discovery() {
    return Optional.empty();
  }

  /**
   * Returns the secrets that the libraries are opened with. They must not appear in any message or
   * log, and the contract also removes them from its own failure messages.
   */
  default Set<String> secrets() {
    return Set.of();
  }

  /** Returns libraries that call faulty services. Empty, the default, if the library is local. */
  default Optional<NetworkFaults> networkFaults() {
    return Optional.empty();
  }

  /** Releases the resources of this harness after each test. The default does nothing. */
  @Override
  default void close() {}
}
