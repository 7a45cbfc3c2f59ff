package io.facelibrary.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import java.lang.reflect.Method;
import java.util.Set;
import java.util.stream.Collectors;

/** Refuses classes that override a test of the contract, which Java allows. */
final class Overrides {
  private static final Set<String> TESTS =
      Contract.tests().stream().map(Method::getName).collect(Collectors.toUnmodifiableSet());

  private Overrides() {}

  /** Fails if a class, or a class between it and the contract, declares a test of the contract. */
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
                + "; declare a missing feature in the capabilities or limits instead");
      }
    }
    refuse(type.getSuperclass());
  }
}
