package io.facelibrary.transfer;

import io.facelibrary.ArchivedFace;

/**
 * A face on its way.
 *
 * @param key names it in its source, and in the journal: the same at every run
 * @param loader gets it whole when its turn comes
 */
record FaceToCopy(String key, Loader loader) {

  /** Gets a face. */
  @FunctionalInterface
  interface Loader {

    /**
     * Reads the face.
     *
     * @throws io.facelibrary.InvalidRequestException if it is no picture
     * @throws UnreadableException if it cannot be read
     */
    ArchivedFace load();
  }
}
