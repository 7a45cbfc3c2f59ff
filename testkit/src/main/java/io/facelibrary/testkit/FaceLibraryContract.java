package io.facelibrary.testkit;

import io.facelibrary.FaceLibrary;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The contract of every provider, as tests. The test class of a provider extends this class and
 * returns a {@link Harness} that opens the library. A class that overrides a test of the contract
 * fails every test. A library without a feature declares that in its {@link
 * io.facelibrary.Capabilities} and {@link io.facelibrary.Limits} instead.
 *
 * <p>A test that does not apply is skipped with a reason. The reasons are printed in one summary at
 * the end of the run. {@code docs/contract.md} lists all sentences and tests.
 *
 * <p>A class that runs every test also writes a conformance report, as an HTML page and a JSON
 * file, into {@code target/conformance}. See {@link ConformanceReport}.
 */
@ExtendWith({SecretMasking.class, ConformanceRecorder.class})
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
        AllPersonsContract,
        EnrolContract,
        LookupContract,
        SearchContract,
        SafeSearchContract,
        SearchInputContract,
        GuardContract,
        ClosingContract,
        CapabilitiesContract,
        BaselineContract,
        BaselineGroupsContract,
        LimitsContract,
        ArchiveContract,
        InterruptionContract,
        ErrorsContract,
        SecretsContract,
        ConcurrencyContract,
        HistoryContract,
        DiscoveryContract,
        DurabilityContract {

  /**
   * The version of the contract. It is raised whenever a sentence is added or asserts more than
   * before.
   */
  public static final int VERSION = 3;

  /**
   * The version that a harness promises unless it says otherwise, see {@link Harness#contract}. It
   * is the version of the first release, and does not change after it.
   */
  public static final int DEFAULT_VERSION = VERSION;

  private Harness harness;
  private LibraryUnderTest opened;
  private Assumptions assumptions;
  private Fixtures fixtures;

  /** For subclasses. */
  protected FaceLibraryContract() {}

  /** Returns a harness for one test. */
  protected abstract Harness newHarness();

  @BeforeEach
  final void openLibrary(TestInfo test) {
    Overrides.refuse(getClass());
    harness = newHarness();
    Contract.assumePromised(harness, test.getTestMethod());
    opened = new LibraryUnderTest(harness);
    assumptions = new Assumptions(harness, library().capabilities());
    fixtures = new Fixtures(harness, this::library, assumptions);
  }

  @AfterEach
  final void closeLibrary() {
    try (Harness closing = harness;
        LibraryUnderTest last = opened) {
      if (fixtures != null) { // null if the library could not be opened
        fixtures.deletePersons();
        closing.verify(last.bare());
      }
    }
  }

  @Override
  public final Harness harness() {
    return harness;
  }

  @Override
  public final FaceLibrary library() {
    return opened.library();
  }

  @Override
  public final FaceLibrary bare() {
    return opened.bare();
  }

  @Override
  public final FaceLibrary adapt(FaceLibrary library) {
    return opened.adapt(library);
  }

  @Override
  public final Fixtures fixtures() {
    return fixtures;
  }

  @Override
  public final Assumptions assume() {
    return assumptions;
  }

  @Override
  public final void reopen() {
    opened.reopen();
  }

  @Override
  public final void reopenAfterCrash() {
    opened.reopenAfterCrash();
  }

  /** Returns the harness, or empty if creating it failed. */
  final Optional<Harness> createdHarness() {
    return Optional.ofNullable(harness);
  }

  /** Returns the library under test, or empty if opening it failed. */
  final Optional<FaceLibrary> openedLibrary() {
    return Optional.ofNullable(opened).map(LibraryUnderTest::bare);
  }
}
