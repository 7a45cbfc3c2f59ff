package io.facelibrary.engine;

import io.facelibrary.FaceId;
import io.facelibrary.PersonId;

/**
 * A person near a probe.
 *
 * @param face the face of the person that is nearest to the probe
 * @param squaredDistance the square of the Euclidean distance, at least 0
 */
public record Neighbor(PersonId person, FaceId face, double squaredDistance) {}
