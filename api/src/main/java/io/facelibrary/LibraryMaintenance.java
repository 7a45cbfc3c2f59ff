package io.facelibrary;

import java.nio.file.Path;

/**
 * What a library that keeps its own files offers to those who look after them.
 *
 * <p>Reached by {@code library.unwrap(LibraryMaintenance.class)}; a library without files, or with
 * files that somebody else looks after, is none. Calls are not guarded: they must end before the
 * library is closed. Other calls may go on meanwhile.
 */
public interface LibraryMaintenance {

  /** Returns what was found out of order when the library was opened, and was put right. */
  CheckReport repairsAtOpen();

  /**
   * Reads everything that the library keeps and compares what must agree. Changes nothing.
   *
   * @return what does not agree; damage is a finding, not an exception, as long as anything can be
   *     read
   * @throws FaceLibraryException {@link ErrorKind#UNAVAILABLE} if the files cannot be read at all
   */
  CheckReport check();

  /**
   * Copies the library as it is at one moment, to be opened as a library of its own.
   *
   * @param folder made if it is not there, and must be empty if it is
   * @throws InvalidRequestException if the folder holds anything, or is no folder
   * @throws FaceLibraryException {@link ErrorKind#UNAVAILABLE} if the copy cannot be written; what
   *     was written of it is removed where that is possible
   */
  void backup(Path folder);
}
