package io.facelibrary.engine;

import io.facelibrary.FaceEmbedding;
import io.facelibrary.FaceImage;
import io.facelibrary.ItemFailure;
import java.util.Optional;

/**
 * The faces of one call. Encoding may take long, so it is done while no person is locked. Only as
 * many faces are encoded as the person may have room for.
 */
interface FaceBatch {

  /** The number of faces in the call. */
  int count();

  /**
   * Whether enough faces are encoded for a person with this many free places. Always true for a
   * batch that needs no encoding.
   */
  default boolean hasEnough(int freePlaces) {
    return true;
  }

  /** Encodes faces, in order, until {@link #hasEnough} is true. */
  default void encodeUpTo(int freePlaces) {}

  /** The reason why a face is not accepted; empty if it is accepted or not encoded yet. */
  Optional<ItemFailure> rejection(int index);

  /** The image to store of an accepted face, if it has one. */
  Optional<FaceImage> image(int index);

  /** The embedding of an accepted face; empty without an encoder. */
  Optional<FaceEmbedding> embedding(int index);
}
