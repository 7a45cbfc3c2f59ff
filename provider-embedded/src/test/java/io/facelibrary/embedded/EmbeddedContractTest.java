package io.facelibrary.embedded;

import io.facelibrary.FaceLibraries;
import io.facelibrary.testkit.ConformanceReport;
import io.facelibrary.testkit.FaceLibraryContract;
import io.facelibrary.testkit.Harness;
import java.util.Map;

/** The contract, on a library opened by name, with every limit set. */
@ConformanceReport(title = "embedded: in a folder, with small limits", copy = "docs/conformance")
class EmbeddedContractTest extends FaceLibraryContract {
  @Override
  protected Harness newHarness() {
    return new FolderHarness(
        folder ->
            FaceLibraries.open(
                "embedded",
                Map.of(
                    "folder", folder.toString(),
                    "faces-per-person", "6",
                    "images-per-call", "10",
                    "groups", "12",
                    "groups-per-search", "3",
                    "results-per-search", "2",
                    "image-bytes", "100000",
                    "url-length", "300")));
  }
}
