package io.facelibrary.engine;

import io.facelibrary.FaceId;
import io.facelibrary.PersonId;

/**
 * A person near a probe.
 *
 * @param face the nearest of its faces
 * @param squaredDistance the square of the Euclidean distance, at least 0
 */
public record Neighbor(PersonId person, FaceId face, double squaredDistance) {}
