package io.facelibrary.testkit;

import io.facelibrary.FaceLibrary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What every provider promises, as tests. A provider's own test class extends this one and says how
 * to open the library; overriding a test fails every test: where a library does less, it says so in
 * its {@link io.facelibrary.Capabilities} and {@link io.facelibrary.Limits}.
 *
 * <p>A test that cannot run is aborted by an assumption that says why. The list of all tests is
 * {@code docs/contract.md}.
 */
public abstract class FaceLibraryContract
    implements AddFacesContract,
        FaceLimitContract,
        DeleteFacesContract,
        QueryFacesContract,
        PersonsContract,
        TextContract,
        GroupsContract,
        GroupLimitContract,
        PagingContract,
        SearchContract,
        GuardContract,
        ClosingContract,
        CapabilitiesContract,
        ErrorsContract,
        SecretsContract,
        ConcurrencyContract,
        HistoryContract,
        DiscoveryContract,
        DurabilityContract {

  private Harness harness;
  private FaceLibrary library;
  private Given given;

  /** For subclasses. */
  protected FaceLibraryContract() {}

  /** Returns a harness for one test. */
  protected abstract Harness newHarness();

  @BeforeEach
  final void openLibrary() {
    Overrides.refuse(getClass());
    harness = newHarness();
    library = harness.open();
    given = new Given(harness, library);
  }

  @AfterEach
  final void closeLibrary() {
    try (Harness ending = harness;
        FaceLibrary closing = library) {
      if (given != null) { // else the library could not be opened
        given.takeAway();
        ending.verify(closing);
      }
    }
  }

  @Override
  public final Harness harness() {
    return harness;
  }

  @Override
  public final FaceLibrary library() {
    return library;
  }

  @Override
  public final Given given() {
    return given;
  }
}
