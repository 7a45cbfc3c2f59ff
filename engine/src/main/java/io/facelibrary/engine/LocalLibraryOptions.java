package io.facelibrary.engine;

import io.facelibrary.Capabilities;
import io.facelibrary.Capability;
import io.facelibrary.FaceEncoder;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.Limits;
import io.facelibrary.SimilarityScale;
import java.time.Clock;

/**
 * The options that every library with the rules of this package has.
 *
 * @param <B> the builder type, returned for chaining
 */
public interface LocalLibraryOptions<B> {

  /** Sets the limits; unlimited by default. Request rates are declared and not enforced. */
  B limits(Limits limits);

  /** Sets the limits of Alibaba Cloud's service (Green, custom face retrieval). */
  B greenLimits();

  /** Removes capabilities, for example to test how a program behaves without them. */
  B without(Capability... capabilities);

  /**
   * Sets the face encoder. An image to add must then show exactly one face. A search finds the
   * nearest of all faces in the searched groups, for up to 20 faces in the query image unless
   * {@link Limits#facesPerSearch} is set. Image URLs are refused, because the library fetches
   * nothing. The caller keeps the ownership of the encoder and closes it after the library.
   *
   * @throws InvalidRequestException if the encoder is null or has no dimension
   */
  B encoder(FaceEncoder encoder);

  /**
   * Replaces the scale of the encoder's model, by which searches judge similarities.
   *
   * @param scale a scale of rates needs an encoder, because only then faces are counted
   * @throws InvalidRequestException if the scale is null
   */
  B scale(SimilarityScale scale);

  /**
   * Sets the clock of the time rules; its zone defines when a day begins. UTC by default.
   *
   * @throws InvalidRequestException if the clock is null
   */
  B clock(Clock clock);

  /**
   * Enables Green's rule that search finds the members of a new group from the next day on (help
   * page "addPerson"). {@link Capabilities#searchDelay()} is then 25 hours, the longest day there
   * is.
   */
  B nextDayGroups();
}
