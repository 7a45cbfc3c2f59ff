package io.facelibrary.transfer;

import io.facelibrary.ArchivedFace;

/**
 * A face of a source.
 *
 * @param key identifies the face in its source and in the journal, the same in every run
 * @param mayRepeat whether the person may have the same image twice, as in the source
 * @param loader loads the face when it is about to be copied
 */
record FaceToCopy(String key, boolean mayRepeat, Loader loader) {

  /** Loads a face. */
  @FunctionalInterface
  interface Loader {

    /**
     * Loads the face.
     *
     * @throws io.facelibrary.InvalidRequestException if it is not an image
     * @throws UnreadableException if it cannot be read
     */
    ArchivedFace load();
  }
}
