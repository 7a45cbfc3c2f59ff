package io.facelibrary.transfer;

import io.facelibrary.FaceEmbedding;
import java.util.List;
import java.util.Optional;

/**
 * A line of a list.
 *
 * @param line its number, from 1
 * @param image a path or a URL
 */
record Row(
    long line,
    String person,
    List<String> groups,
    Optional<String> name,
    Optional<String> note,
    Optional<String> image,
    Optional<FaceEmbedding> vector) {}
