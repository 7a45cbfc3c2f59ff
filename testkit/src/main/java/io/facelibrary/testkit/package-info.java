/**
 * Test support: the contract that every provider passes, and test doubles for programs that use a
 * library.
 *
 * <p>The author of a provider extends {@link io.facelibrary.testkit.FaceLibraryContract}, whose
 * tests report every deviation from the contract:
 *
 * <pre>{@code
 * class InMemoryContractTest extends FaceLibraryContract {
 *   @Override
 *   protected Harness newHarness() {
 *     return Harness.byName("inmemory", Map.of("faces-per-person", "4"));
 *   }
 * }
 * }</pre>
 *
 * <p>Programs that use a library are tested with {@link
 * io.facelibrary.testkit.FaceLibraryExtension}, which opens a library for each test. Three layers
 * change the behavior of a library: {@link io.facelibrary.testkit.FaultyFaceLibrary}, {@link
 * io.facelibrary.testkit.SlowFaceLibrary} and {@link io.facelibrary.testkit.RecordingFaceLibrary}.
 *
 * <p>The files of this package:
 *
 * <ul>
 *   <li>the contract: {@code FaceLibraryContract}, {@code ContractPart} and one {@code *Contract}
 *       per topic, with the annotations {@code Promise} and {@code OpenQuestion}; {@code Contract}
 *       lists sentences and tests, and {@code Overrides} refuses overridden tests
 *   <li>the interface to a provider: {@code Harness}, {@code Discovery}, {@code NetworkFaults}
 *   <li>the support of the tests: {@code LibraryUnderTest} with {@code AdaptedFaceLibrary} for
 *       libraries that lack a baseline capability, {@code Fixtures}, {@code Assumptions}, {@code
 *       Failing}, {@code Operations}, {@code Paging}, {@code Batch}, {@code WriteScenario}, {@code
 *       LogCapture}, {@code Leaks}, {@code Seeds}
 *   <li>interrupted calls: {@code Interrupted}, {@code Writes}, {@code PersonState}
 *   <li>parallel calls: {@code Concurrently}, {@code Race}, and the linearizability check in {@code
 *       History}, {@code Observation}, {@code PersonModel}
 *   <li>results: {@code ConformanceRecorder} and {@code ClassOutcomes} collect them, {@code
 *       SkipSummary} prints the reasons of skips, {@code Conformance*} writes the report, and
 *       {@code SecretMasking} removes secrets from failures
 *   <li>test doubles and fakes for programs: {@code FaceLibraryExtension}, {@code
 *       FaultyFaceLibrary} with {@code Fault}, {@code SlowFaceLibrary}, {@code
 *       RecordingFaceLibrary}, {@code FakeFaceEncoder}, {@code TestImages}, {@code TestClock}
 * </ul>
 */
@NullMarked
package io.facelibrary.testkit;

import org.jspecify.annotations.NullMarked;
