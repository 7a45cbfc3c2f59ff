package io.facelibrary.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes the conformance report of a {@link FaceLibraryContract}.
 *
 * <p>A class that runs every test of the contract writes an HTML page and a JSON file. They hold
 * the capabilities, the limits, and the result of every sentence. The files go into the folder that
 * the JUnit configuration parameter {@code facelibrary.conformance} names; the default is {@code
 * target/conformance}, and {@code off} writes nothing. The annotation is optional.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ConformanceReport {

  /** Describes the setup for people who choose a provider. */
  String title();

  /**
   * Names a folder with a checked-in copy of the report, such as {@code docs/conformance}. The path
   * is relative to the working directory of the tests or to a folder above it. A copy that differs
   * fails the class. The system property {@code contract.update=true} updates the copy. Empty, the
   * default, for no copy.
   */
  String copy() default "";
}
