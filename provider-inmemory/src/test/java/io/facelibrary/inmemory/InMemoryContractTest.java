package io.facelibrary.inmemory;

import io.facelibrary.testkit.ConformanceReport;
import io.facelibrary.testkit.FaceLibraryContract;
import io.facelibrary.testkit.Harness;
import java.util.Map;

/** The contract, on a library opened by name, with every limit set. */
@ConformanceReport(title = "inmemory: in memory, with small limits", copy = "docs/conformance")
class InMemoryContractTest extends FaceLibraryContract {
  private static final Map<String, String> SETTINGS =
      Map.of(
          "faces-per-person", "6",
          "images-per-call", "10",
          "groups", "12",
          "groups-per-search", "3",
          "results-per-search", "2",
          "image-bytes", "100000",
          "url-length", "300");

  @Override
  protected Harness newHarness() {
    return Harness.byName("inmemory", SETTINGS);
  }
}
