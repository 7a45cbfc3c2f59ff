package io.facelibrary;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a part of the API that any release may change or remove. Use it to try something new, and
 * expect to adapt your code with the next release.
 *
 * <p>Everything that is public or protected without this mark is stable. Two exceptions are no API
 * at all: packages with {@code internal} in their name, and types that their package does not
 * publish. {@code docs/compatibility.md} states what a stable part promises.
 *
 * <p>On a type, the mark includes its members and nested types. On a package, it includes all types
 * of the package.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({
  ElementType.PACKAGE,
  ElementType.TYPE,
  ElementType.CONSTRUCTOR,
  ElementType.METHOD,
  ElementType.FIELD
})
public @interface Incubating {
  /** Returns the release that first had the marked part, such as {@code 0.1}. */
  String since();
}
