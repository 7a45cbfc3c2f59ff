package io.facelibrary.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a test of the contract with the sentences of {@code docs/contract.md} that it asserts. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Promise {
  /** Returns the numbers of the sentences. */
  int[] value();

  /**
   * Returns the version of the contract that first had this test. 1, the default, stands for every
   * version before release 1.0. A harness that promises an older version skips the test, see {@link
   * Harness#contract}.
   */
  int since() default 1;
}
