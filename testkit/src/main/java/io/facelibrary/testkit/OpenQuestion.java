package io.facelibrary.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a test of the contract on which the documentation of Alibaba Cloud is silent or contradicts
 * itself: the first run against the cloud may correct what it asserts.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OpenQuestion {
  /** What is not known. */
  String value();
}
