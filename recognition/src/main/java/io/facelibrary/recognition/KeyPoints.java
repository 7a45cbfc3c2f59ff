package io.facelibrary.recognition;

/**
 * Where the parts of a face are. Left and right are those of the picture, not of the person.
 *
 * @param leftEye the eye on the left of an upright face
 * @param rightEye the eye on the right
 * @param nose its tip
 * @param mouth its centre
 * @param leftEar the ear on the left, where it would be if it is hidden
 * @param rightEar the ear on the right, where it would be if it is hidden
 */
public record KeyPoints(
    Point leftEye, Point rightEye, Point nose, Point mouth, Point leftEar, Point rightEar) {}
