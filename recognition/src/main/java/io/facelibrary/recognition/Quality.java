package io.facelibrary.recognition;

/**
 * How well a face can be seen.
 *
 * @param brightness mean luminance of the face, 0 black to 255 white
 * @param sharpness how much fine detail there is in relation to the contrast, 0 none; sharp
 *     portraits have more than 0.1, whatever their size
 * @param visible which share of the face's box lies inside the picture, 0 to 1
 */
public record Quality(double brightness, double sharpness, double visible) {}
