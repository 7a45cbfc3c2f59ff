/**
 * For tests: the contract that every provider passes, and doubles for the tests of programs that
 * use a library.
 *
 * <p>Who writes a provider extends {@link io.facelibrary.testkit.FaceLibraryContract} and is told
 * everything that is wrong with the provider:
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
 * <p>Who uses a library tests with {@link io.facelibrary.testkit.FaceLibraryExtension}, which hands
 * each test a library of its own, and with the layers {@link
 * io.facelibrary.testkit.FaultyFaceLibrary}, {@link io.facelibrary.testkit.SlowFaceLibrary} and
 * {@link io.facelibrary.testkit.RecordingFaceLibrary}.
 */
@NullMarked
package io.facelibrary.testkit;

import org.jspecify.annotations.NullMarked;
