package io.facelibrary;

import java.nio.file.Path;

/**
 * Maintenance of a library that stores its data in its own files.
 *
 * <p>Obtained by {@code library.unwrap(LibraryMaintenance.class)}. A library without files, or with
 * files that are maintained elsewhere, does not offer it. The calls are guarded and run through the
 * layers around the library. Other calls may run at the same time.
 */
public interface LibraryMaintenance {

  /** Returns the inconsistencies that were found and repaired when the library was opened. */
  CheckReport repairsAtOpen();

  /**
   * Reads all data of the library and checks its consistency. Changes nothing.
   *
   * @return the inconsistencies. Damage is reported as a finding, not as an exception, as long as
   *     any data can be read.
   * @throws FaceLibraryException {@link ErrorKind#UNAVAILABLE} if the files cannot be read at all
   */
  CheckReport check();

  /**
   * Copies the library as it is at one point in time. The copy can be opened as a library of its
   * own.
   *
   * @param folder the folder of the copy; created if it does not exist, otherwise it must be empty
   * @throws InvalidRequestException if the folder is not empty, or the path is not a folder
   * @throws FaceLibraryException {@link ErrorKind#UNAVAILABLE} if the copy cannot be written; an
   *     incomplete copy is removed if possible
   */
  void backup(Path folder);
}
