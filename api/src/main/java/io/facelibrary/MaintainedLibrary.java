package io.facelibrary;

import java.nio.file.Path;

/**
 * What a library that keeps its data itself offers to whoever runs it. Reached by {@code
 * library.unwrap(MaintainedLibrary.class)}; calls are not guarded, and must end before the library
 * is closed.
 */
public interface MaintainedLibrary {

  /** Returns what was found out of order when the library was opened, and was put right. */
  CheckReport mended();

  /**
   * Holds everything that is derived against the truth, and says what differs; changes nothing.
   * Writes may wait meanwhile.
   *
   * @throws FaceLibraryException if the library cannot be read
   */
  CheckReport check();

  /**
   * Copies the library as it is at one moment, while it is in use.
   *
   * @param folder empty, or not there yet; holds a whole library when the call returns, and none if
   *     it failed
   * @throws InvalidRequestException if the folder holds anything
   * @throws FaceLibraryException if it cannot be written
   */
  void backup(Path folder);
}
