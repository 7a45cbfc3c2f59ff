package io.facelibrary.recognition;

/**
 * A face and what it is compared by.
 *
 * @param face where it is and how well it can be seen
 * @param embedding what it is compared by
 */
public record EncodedFace(DetectedFace face, Embedding embedding) {}
