package io.facelibrary.engine;

import io.facelibrary.ArchivedFace;
import io.facelibrary.FaceImage;
import io.facelibrary.ItemFailure;
import java.util.List;
import java.util.Optional;

/**
 * The faces of one call, as far as they were looked at. Looking may take long, so it is done while
 * no person is held, and only at as many as there may be room for.
 */
interface FaceBatch {

  /** How many faces the call brings. */
  int count();

  /**
   * Whether enough was looked at for a person with room for so many faces more; always, where
   * nothing is looked at.
   */
  default boolean covers(int room) {
    return true;
  }

  /** Looks at faces, in order, until that is so. */
  default void learn(int room) {}

  /** Why a face is not taken; only if it was looked at can it be present. */
  Optional<ItemFailure> rejection(int index);

  /** What is to be kept of a face that was looked at and taken. */
  ArchivedFace kept(int index);

  /** The pictures of faces that were not rejected. */
  List<FaceImage> pictures();
}
