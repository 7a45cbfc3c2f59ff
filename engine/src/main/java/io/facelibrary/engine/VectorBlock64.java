package io.facelibrary.engine;

/**
 * Memory for the embeddings of up to {@value #SLOTS} faces, in adjacent slots. Searches read it
 * without a lock.
 *
 * @param <P> the store's key of a person
 */
public interface VectorBlock64<P> {

  /** The number of slots: the bits of a {@code long}, so that a bit mask can select slots. */
  int SLOTS = Long.SIZE;

  /**
   * Offers the faces in the selected slots that are near enough.
   *
   * @param mask one bit per slot to read; empty slots are skipped
   */
  void scan(long mask, float[] probe, NearestNeighbors<P> nearest);
}
