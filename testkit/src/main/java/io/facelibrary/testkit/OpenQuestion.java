package io.facelibrary.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a test of the contract on which the documentation of Alibaba Cloud is silent, or
 * contradicts itself. The first run against the cloud may correct the assertion.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OpenQuestion {
  /** Returns the open question. */
  String value();
}
