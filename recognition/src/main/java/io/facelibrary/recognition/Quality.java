package io.facelibrary.recognition;

/**
 * The quality of the image of a face.
 *
 * @param brightness the mean luminance of the face, 0 (black) to 255 (white)
 * @param sharpness the amount of fine detail in relation to the contrast, 0 for none; sharp images
 *     of faces have more than 0.1 at any size
 * @param visible the share of the face's box that lies inside the image, 0 to 1
 */
record Quality(double brightness, double sharpness, double visible) {}
