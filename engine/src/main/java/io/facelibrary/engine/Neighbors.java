package io.facelibrary.engine;

import java.util.List;

/**
 * The result of a {@link NearestQuery}.
 *
 * @param byProbe for each probe its nearest persons, the nearest first; persons at equal distance
 *     are sorted by id
 * @param facesCompared the number of faces that each probe was compared with
 */
public record Neighbors(List<List<Neighbor>> byProbe, long facesCompared) {}
