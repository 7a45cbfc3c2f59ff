package io.facelibrary.engine;

/**
 * Room for the embeddings of up to {@value #SLOTS} faces beside each other, which searches go
 * through without a lock.
 *
 * @param <P> by what a state knows a person
 */
public interface VectorBlock64<P> {

  /** How many there are: as many as a {@code long} has bits, so that a mask names some of them. */
  int SLOTS = Long.SIZE;

  /**
   * Offers the faces in some slots that are near enough.
   *
   * @param slots a bit for each slot to look at; one that is empty is passed over
   */
  void scan(long slots, float[] probe, NearestNeighbors<P> nearest);
}
