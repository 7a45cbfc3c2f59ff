package io.facelibrary.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Java lets a class override the tests it inherits; the contract does not. */
final class Overrides {
  private static final Set<String> TESTS =
      Arrays.stream(FaceLibraryContract.class.getInterfaces())
          .flatMap(area -> Arrays.stream(area.getDeclaredMethods()))
          .filter(method -> method.isAnnotationPresent(Test.class))
          .map(Method::getName)
          .collect(Collectors.toUnmodifiableSet());

  private Overrides() {}

  /**
   * Fails if a class, or one between it and the contract, has a test of the contract of its own.
   */
  static void refuse(Class<?> type) {
    if (type == FaceLibraryContract.class) {
      return;
    }
    for (Method method : type.getDeclaredMethods()) {
      if (TESTS.contains(method.getName())) {
        fail(
            type.getName()
                + " overrides "
                + method.getName()
                + "; a library that does less declares less, in its capabilities or limits");
      }
    }
    refuse(type.getSuperclass());
  }
}
