package io.facelibrary.testkit;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/**
 * Replaces the secrets of the harness in every failure of the contract. A library that puts its key
 * into a message fails without publishing the key in the test report.
 */
final class SecretMasking
    implements TestExecutionExceptionHandler, LifecycleMethodExecutionExceptionHandler {
  static final String MASK = "***";

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    throw masked(failure, secrets(context));
  }

  @Override
  public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    throw masked(failure, secrets(context));
  }

  @Override
  public void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    throw masked(failure, secrets(context));
  }

  private static Set<String> secrets(ExtensionContext context) {
    return context
        .getTestInstance()
        .filter(FaceLibraryContract.class::isInstance)
        .map(FaceLibraryContract.class::cast)
        .flatMap(FaceLibraryContract::createdHarness)
        .map(Harness::secrets)
        .orElse(Set.of());
  }

  /** Returns the failure itself, or one with masked texts if a text of it shows a secret. */
  static Throwable masked(Throwable failure, Set<String> secrets) {
    Set<Throwable> parts = new LinkedHashSet<>();
    collect(failure, parts);
    if (parts.stream().noneMatch(it -> shows(it.toString(), secrets))) {
      return failure;
    }
    StringBuilder text = new StringBuilder("a text of this failure showed a secret, shown as ***");
    parts.forEach(it -> text.append("\n  ").append(mask(it.toString(), secrets)));
    Throwable masked =
        failure instanceof TestAbortedException
            ? new TestAbortedException(text.toString())
            : new AssertionError(text.toString());
    masked.setStackTrace(failure.getStackTrace());
    return masked;
  }

  private static void collect(Throwable failure, Set<Throwable> parts) {
    if (parts.add(failure)) {
      Optional.ofNullable(failure.getCause()).ifPresent(it -> collect(it, parts));
      for (Throwable suppressed : failure.getSuppressed()) {
        collect(suppressed, parts);
      }
    }
  }

  private static boolean shows(String text, Set<String> secrets) {
    return secrets.stream().anyMatch(text::contains);
  }

  static String mask(String text, Set<String> secrets) {
    String masked = text;
    for (String secret : secrets) {
      masked = masked.replace(secret, MASK);
    }
    return masked;
  }
}
