package io.facelibrary.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import io.facelibrary.FaceLibrary;
import java.util.ArrayDeque;
import java.util.Deque;

/** The library that one test uses. A test may reopen it; every library is closed at the end. */
final class LibraryUnderTest implements AutoCloseable {
  private final Harness harness;
  private final Deque<FaceLibrary> abandoned = new ArrayDeque<>();
  private FaceLibrary library;

  LibraryUnderTest(Harness harness) {
    this.harness = harness;
    this.library = harness.open();
  }

  FaceLibrary library() {
    return library;
  }

  void reopen() {
    library.close();
    library = harness.openAfterClose().orElseGet(() -> missing("openAfterClose"));
  }

  void reopenAfterCrash() {
    FaceLibrary crashed = library;
    library = harness.openAfterCrash().orElseGet(() -> missing("openAfterCrash"));
    abandoned.push(crashed);
  }

  private static FaceLibrary missing(String method) {
    return fail(
        "the harness declares durable() and does not implement "
            + method
            + "(), so the contract cannot check that the data is durable");
  }

  @Override
  public void close() {
    try {
      abandoned.forEach(FaceLibrary::close);
    } finally {
      library.close();
    }
  }
}
