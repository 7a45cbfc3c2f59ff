package io.facelibrary.inmemory;

import io.facelibrary.FaceId;
import io.facelibrary.ItemFailure;
import java.util.Optional;

/**
 * Pictures of one call, as far as they were looked at. Looking may take long, so it is done while
 * no lock is held, and only at as many as there may be room for.
 */
interface Learning {

  /** Whether enough was looked at for a person with room for so many faces more. */
  boolean covers(int room);

  /** Looks at pictures, in order, until that is so. */
  void learn(int room);

  /** Why a picture is not taken; only if it was looked at can it be present. */
  Optional<ItemFailure> rejection(int index);

  /**
   * Keeps what is known of a picture that was looked at and taken.
   *
   * @return the trace of the face, which the person keeps
   */
  Object keep(PersonEntry person, FaceId face, int index);
}
