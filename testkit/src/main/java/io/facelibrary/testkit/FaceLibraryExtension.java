package io.facelibrary.testkit;

import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.InvalidRequestException;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Opens an empty library for each test and closes it after the test.
 *
 * <pre>{@code
 * @ExtendWith(FaceLibraryExtension.class)
 * class DoorTest {
 *   @Test
 *   void opensForStaff(FaceLibrary library) { ... }
 * }
 * }</pre>
 *
 * <p>The default provider is {@code inmemory}, from the separate artifact {@code
 * io.facelibrary:facelibrary-provider-inmemory}. To pass settings, or to use another provider:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final FaceLibraryExtension faces =
 *     FaceLibraryExtension.with(Map.of("faces-per-person", "3"));
 * }</pre>
 *
 * <p>Every parameter of the type {@link FaceLibrary}, of the constructor, the test and its
 * life-cycle methods, receives the same library during one test.
 */
public final class FaceLibraryExtension implements ParameterResolver {
  private static final String IN_MEMORY = "inmemory";
  private static final String IN_MEMORY_ARTIFACT = "io.facelibrary:facelibrary-provider-inmemory";

  private final String provider;
  private final Map<String, String> settings;

  /**
   * Opens libraries of the provider {@code inmemory} without settings. For {@link
   * org.junit.jupiter.api.extension.ExtendWith}.
   */
  public FaceLibraryExtension() {
    this(IN_MEMORY, Map.of());
  }

  private FaceLibraryExtension(String provider, Map<String, String> settings) {
    this.provider = provider;
    this.settings = Map.copyOf(settings);
  }

  /** Returns an extension that opens libraries of the provider {@code inmemory}. */
  public static FaceLibraryExtension with(Map<String, String> settings) {
    return with(IN_MEMORY, settings);
  }

  /** Returns an extension that opens libraries of this provider with these settings. */
  public static FaceLibraryExtension with(String provider, Map<String, String> settings) {
    return new FaceLibraryExtension(provider, settings);
  }

  /** Closes the library of a constructor after the test, not after the class. */
  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == FaceLibrary.class;
  }

  @Override
  public FaceLibrary resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getStore(ExtensionContext.Namespace.create(FaceLibraryExtension.class, this))
        .getOrComputeIfAbsent(Opened.class, key -> new Opened(open()), Opened.class)
        .library;
  }

  private FaceLibrary open() {
    try {
      return FaceLibraries.open(provider, settings);
    } catch (InvalidRequestException e) {
      boolean missing = e.field().equals(FaceLibraries.PROVIDER) && provider.equals(IN_MEMORY);
      String hint =
          missing ? "; add " + IN_MEMORY_ARTIFACT + " to the dependencies of the test" : "";
      throw new ParameterResolutionException(
          "cannot open a library of the provider " + provider + ": " + e.getMessage() + hint, e);
    }
  }

  /** Holds the library in the store of the test, which JUnit closes. */
  private record Opened(FaceLibrary library) implements AutoCloseable {
    @Override
    public void close() {
      library.close();
    }
  }
}
