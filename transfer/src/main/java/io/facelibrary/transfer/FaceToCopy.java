package io.facelibrary.transfer;

import io.facelibrary.ArchivedFace;

/**
 * A face on its way.
 *
 * @param key names it in its source, and in the journal: the same at every run
 * @param mayRepeat whether the person may have the same picture twice, as in the source
 * @param loader gets it whole when its turn comes
 */
record FaceToCopy(String key, boolean mayRepeat, Loader loader) {

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
