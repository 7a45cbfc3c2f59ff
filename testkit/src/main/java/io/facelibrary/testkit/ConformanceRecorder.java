package io.facelibrary.testkit;

import java.lang.reflect.Method;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** Records the outcome of every test of the contract, for the summary and for the report. */
final class ConformanceRecorder implements AfterEachCallback, TestWatcher, AfterAllCallback {
  /** The JUnit configuration parameter: a folder, or {@value #OFF}. */
  static final String PARAMETER = "facelibrary.conformance";

  static final String OFF = "off";
  private static final String DEFAULT_FOLDER = "target/conformance";

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(ConformanceRecorder.class);

  private static String folder(ExtensionContext context) {
    return context.getConfigurationParameter(PARAMETER).orElse(DEFAULT_FOLDER);
  }

  private static Optional<ClassOutcomes> outcomes(ExtensionContext context) {
    if (folder(context).equals(OFF)) {
      return Optional.empty();
    }
    SkipSummary summary =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent(SkipSummary.class, key -> new SkipSummary(), SkipSummary.class);
    return Optional.of(summary.of(context.getRequiredTestClass()));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Object instance = context.getRequiredTestInstance();
    if (instance instanceof FaceLibraryContract contract) {
      outcomes(context).ifPresent(it -> it.describe(contract));
    }
  }

  @Override
  public void testSuccessful(ExtensionContext context) {
    record(context, TestOutcome.HELD);
  }

  @Override
  public void testFailed(ExtensionContext context, Throwable cause) {
    record(context, TestOutcome.FAILED);
  }

  @Override
  public void testAborted(ExtensionContext context, Throwable cause) {
    String message = Optional.ofNullable(cause.getMessage()).orElse("no reason given");
    record(context, TestOutcome.skipped(message.replaceFirst("^Assumption failed: ", "")));
  }

  @Override
  public void testDisabled(ExtensionContext context, Optional<String> reason) {
    record(context, TestOutcome.skipped("disabled: " + reason.orElse("no reason given")));
  }

  private static void record(ExtensionContext context, TestOutcome outcome) {
    String test = context.getTestMethod().map(Method::getName).orElse("");
    outcomes(context).ifPresent(it -> it.record(test, outcome));
  }

  @Override
  public void afterAll(ExtensionContext context) {
    outcomes(context)
        .flatMap(ClassOutcomes::conformance)
        .ifPresent(
            it -> {
              ConformanceFiles files = new ConformanceFiles(it);
              files.write(folder(context));
              Optional.ofNullable(
                      context.getRequiredTestClass().getAnnotation(ConformanceReport.class))
                  .map(ConformanceReport::copy)
                  .filter(copy -> !copy.isEmpty())
                  .ifPresent(files::writeOrCompareCopy);
            });
  }
}
