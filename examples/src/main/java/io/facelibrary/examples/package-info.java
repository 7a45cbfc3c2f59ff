/**
 * Programs to read and to run, each in one file. Start with {@link
 * io.facelibrary.examples.QuickStart}.
 *
 * <p>{@code examples/README.md} has the output of each, and a test compares the two.
 *
 * <p>The files of this package:
 *
 * <ul>
 *   <li>First steps: {@code TenLines}, {@code QuickStart}, {@code AliyunQuickStart}, {@code
 *       SwitchProviderBySetting}, {@code GuiceWiring}.
 *   <li>Failures: {@code SurvivePartialFailure}, {@code RetryAndRateLimit}, {@code
 *       DeleteFacesExample}.
 *   <li>Tests and servers: {@code TestWithoutNetwork}, {@code VisitorBook}, {@code
 *       ServeGreenLocally}.
 *   <li>Recognition: {@code CompareFaces}; {@code WhoIsThis} with {@code DrawnBoxes} and {@code
 *       NamedBox}.
 *   <li>The threshold for your own images: {@code Calibrate}, {@code Calibration}, {@code
 *       CalibrationPlot}, {@code PeopleFolder}.
 *   <li>Image files: {@code Photos}, {@code AlteredCopies}, {@code NewPng}.
 * </ul>
 */
@NullMarked
package io.facelibrary.examples;

import org.jspecify.annotations.NullMarked;
