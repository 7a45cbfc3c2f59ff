package io.facelibrary;

/**
 * The input of a {@link Search}: an image, or a face that is in the library. More forms may be
 * added, each with a {@link Capability} of its own.
 */
public sealed interface Probe permits FaceImage, KnownFace {}
