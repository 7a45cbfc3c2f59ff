package io.facelibrary.recognition;

/**
 * The positions of the parts of a face. Left and right are those of the image, not of the person.
 *
 * @param leftEye the eye on the left of an upright face
 * @param rightEye the eye on the right
 * @param nose the tip of the nose
 * @param mouth the center of the mouth
 * @param leftEar the ear on the left; an estimate if it is hidden
 * @param rightEar the ear on the right; an estimate if it is hidden
 */
record KeyPoints(
    Point leftEye, Point rightEye, Point nose, Point mouth, Point leftEar, Point rightEar) {}
