package io.facelibrary.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import io.facelibrary.FaceId;
import io.facelibrary.FaceLibrary;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The library that one test uses. A test may reopen it; every library is closed at the end. */
final class LibraryUnderTest implements AutoCloseable {
  private final Harness harness;
  private final Deque<FaceLibrary> abandoned = new ArrayDeque<>();
  private final Set<FaceId> hidden = ConcurrentHashMap.newKeySet();
  private FaceLibrary bare;
  private FaceLibrary library;

  LibraryUnderTest(Harness harness) {
    this.harness = harness;
    bare = harness.open();
    library = adapt(bare);
  }

  /** Returns the library, adapted to the ordinary tests. */
  FaceLibrary library() {
    return library;
  }

  /** Returns the library as users get it. */
  FaceLibrary bare() {
    return bare;
  }

  FaceLibrary adapt(FaceLibrary opened) {
    return AdaptedFaceLibrary.of(opened, harness, hidden);
  }

  void reopen() {
    library.close();
    replaceBy(harness.openAfterClose().orElseGet(() -> missing("openAfterClose")));
  }

  void reopenAfterCrash() {
    FaceLibrary crashed = library;
    replaceBy(harness.openAfterCrash().orElseGet(() -> missing("openAfterCrash")));
    abandoned.push(crashed);
  }

  private void replaceBy(FaceLibrary opened) {
    bare = opened;
    library = adapt(opened);
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
