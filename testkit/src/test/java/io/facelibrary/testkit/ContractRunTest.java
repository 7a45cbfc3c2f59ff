package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.facelibrary.FaceLibrary;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.opentest4j.TestAbortedException;

/** A run of the contract prints the reasons of skips and writes the report of the setup. */
class ContractRunTest {
  @ConformanceReport(title = "A setup for this test")
  static final class SmallSetup extends FaceLibraryContract {
    @Override
    protected Harness newHarness() {
      return () -> new NotebookHarness(Offered.ALL, it -> it).open();
    }
  }

  static final class UnavailableSetup extends FaceLibraryContract {
    @Override
    protected Harness newHarness() {
      throw new TestAbortedException("no live run");
    }
  }

  static final class LeakingSetup extends FaceLibraryContract {
    @Override
    protected Harness newHarness() {
      return new Harness() {
        @Override
        public FaceLibrary open() {
          throw new IllegalStateException(
              "cannot sign", new IllegalArgumentException("key=" + NotebookHarness.KEY));
        }

        @Override
        public Set<String> secrets() {
          return Set.of(NotebookHarness.KEY);
        }
      };
    }
  }

  static final class SetupOfAnOldContract extends FaceLibraryContract {
    @Override
    protected Harness newHarness() {
      return new Harness() {
        @Override
        public FaceLibrary open() {
          throw new IllegalStateException("the library is opened for a test that is skipped");
        }

        @Override
        public int contract() {
          return 0;
        }
      };
    }
  }

  private static String run(Path folder, DiscoverySelector selector) {
    PrintStream out = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      EngineTestKit.engine("junit-jupiter")
          .configurationParameter(ConformanceRecorder.PARAMETER, folder.toString())
          .selectors(selector)
          .execute();
    } finally {
      System.setOut(out);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  private static List<String> files(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(it -> it.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aRunOfEveryTestWritesTheReportAndPrintsTheReasons(@TempDir Path folder) throws IOException {
    String printed = run(folder, selectClass(SmallSetup.class));

    assertThat(files(folder))
        .containsExactly("notebook-small-setup.html", "notebook-small-setup.json");
    assertThat(Files.readString(folder.resolve("notebook-small-setup.json")))
        .contains("\"title\": \"A setup for this test\"")
        .contains("\"provider\": \"notebook\"", "\"failed\": 0");
    assertThat(printed)
        .contains("Face library contract, version " + FaceLibraryContract.VERSION)
        .contains("SmallSetup: ", " 0 failed")
        .contains(
            "skipped in Durability: the harness declares that the data ends with the library");
  }

  @Test
  void aRunOfOneTestWritesNoReport(@TempDir Path folder) throws IOException {
    String printed = run(folder, selectMethod(SmallSetup.class, "countsRepeatedJoinsAsOne"));

    assertThat(files(folder)).isEmpty();
    assertThat(printed).contains("SmallSetup: 1 held 0 skipped 0 failed");
  }

  @Test
  void aSetupThatOpensNoLibraryWritesNoReport(@TempDir Path folder) throws IOException {
    String printed = run(folder, selectClass(UnavailableSetup.class));

    assertThat(files(folder)).isEmpty();
    assertThat(printed).contains("UnavailableSetup: 0 held", ": no live run");
  }

  @Test
  void aTestThatIsNewerThanThePromiseOfTheProviderIsSkippedWithThatReason(@TempDir Path folder) {
    String printed =
        run(folder, selectMethod(SetupOfAnOldContract.class, "countsRepeatedJoinsAsOne"));

    assertThat(printed)
        .contains("SetupOfAnOldContract: 0 held 1 skipped 0 failed")
        .contains("the provider promises version 0 of the contract, and the test is of version 1");
  }

  @Test
  void noTestIsNewerThanTheContract() {
    assertThat(Contract.tests())
        .allSatisfy(
            test ->
                assertThat(test.getAnnotation(Promise.class).since())
                    .isBetween(1, FaceLibraryContract.VERSION));
  }

  @Test
  void aFailureToOpenShowsNoSecret() {
    var failed =
        EngineTestKit.engine("junit-jupiter")
            .configurationParameter(ConformanceRecorder.PARAMETER, ConformanceRecorder.OFF)
            .selectors(selectMethod(LeakingSetup.class, "countsRepeatedJoinsAsOne"))
            .execute()
            .testEvents()
            .failed();

    assertThat(failed.count()).isEqualTo(1);
    assertThat(failed.list().get(0).getPayload().orElseThrow().toString())
        .contains("cannot sign", "key=***")
        .doesNotContain(NotebookHarness.KEY);
  }
}
