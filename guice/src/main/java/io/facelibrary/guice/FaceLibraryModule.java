package io.facelibrary.guice;

import com.google.inject.AbstractModule;
import com.google.inject.Key;
import com.google.inject.Provider;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.ProviderSettings;
import java.lang.annotation.Annotation;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Binds {@link FaceLibrary} to one library. The library is opened when the injector is created,
 * either from settings or by the application's own code.
 *
 * <pre>{@code
 * Map<String, String> settings = Map.of("provider", "inmemory", "faces-per-person", "5");
 * List<FaceLibrary> opened = new ArrayList<>();
 * try {
 *   Injector injector =
 *       Guice.createInjector(FaceLibraryModule.of(settings).closeWith(opened::add));
 *   injector.getInstance(Application.class).run();
 * } finally {
 *   opened.forEach(FaceLibrary::close);
 * }
 * }</pre>
 *
 * <p>A wrong setting causes a {@link com.google.inject.CreationException} that names the setting
 * and the rule, never the value. Its cause is the {@link InvalidRequestException}. Guice checks
 * every binding before the library is opened, so an injector with a missing binding opens nothing.
 * In {@link com.google.inject.Stage#TOOL} nothing is opened either.
 *
 * <p>An injector has no life cycle, so Guice does not close the library. {@link #closeWith} passes
 * it to the life cycle of the application.
 *
 * <p>The application opens a library with layers or resources itself: see {@link #opening}.
 *
 * <p>A second library in the same injector is bound under an annotation: see {@link
 * #annotatedWith(Class)}. Modules are immutable; each method returns a new one.
 */
public final class FaceLibraryModule extends AbstractModule {
  private final Source source;
  private final Key<FaceLibrary> key;
  private final Consumer<? super FaceLibrary> closer;

  private FaceLibraryModule(
      Source source, Key<FaceLibrary> key, Consumer<? super FaceLibrary> closer) {
    this.source = source;
    this.key = key;
    this.closer = closer;
  }

  /**
   * Returns a module that opens a library as {@link FaceLibraries#open(Map)} does.
   *
   * @param settings the settings, which are copied. {@code provider} names the provider; the others
   *     are the provider's own.
   * @throws InvalidRequestException if a name or value is null. Other errors are reported when the
   *     injector is created.
   */
  public static FaceLibraryModule of(Map<String, String> settings) {
    ProviderSettings.of(settings);
    Map<String, String> copy = new TreeMap<>(settings);
    return from(
        new Source(() -> FaceLibraries.open(copy), "settings " + new TreeSet<>(copy.keySet())));
  }

  /**
   * Returns a module whose library the application opens itself, for a library with layers or with
   * resources ({@link FaceLibraries#opener()}):
   *
   * <pre>{@code
   * FaceLibraryModule.opening(
   *     () -> ResilientFaceLibrary.around(FaceLibraries.open(settings)).build())
   * }</pre>
   *
   * @param opener called once for each injector. It must return a new library each time, because
   *     the library is closed with the application of that injector. An exception of the opener
   *     becomes the cause of the {@link com.google.inject.CreationException}. The result must not
   *     be null.
   * @throws InvalidRequestException if the opener is null
   */
  public static FaceLibraryModule opening(Supplier<? extends FaceLibrary> opener) {
    return from(new Source(present(opener, "opener"), "an opener"));
  }

  private static FaceLibraryModule from(Source source) {
    return new FaceLibraryModule(source, Key.get(FaceLibrary.class), library -> {});
  }

  /**
   * Returns a module that binds the library under a binding annotation, for an injector with more
   * than one library.
   *
   * @param annotation an annotation type that is annotated with {@link
   *     com.google.inject.BindingAnnotation} or {@code jakarta.inject.Qualifier}
   * @throws IllegalArgumentException if it is not
   */
  public FaceLibraryModule annotatedWith(Class<? extends Annotation> annotation) {
    return new FaceLibraryModule(source, Key.get(FaceLibrary.class, annotation), closer);
  }

  /**
   * Returns a module that binds the library under a binding annotation, for an injector with more
   * than one library.
   *
   * @param annotation a binding annotation, such as {@code Names.named("visitors")}
   * @throws IllegalArgumentException if its type is not a binding annotation
   */
  public FaceLibraryModule annotatedWith(Annotation annotation) {
    return new FaceLibraryModule(source, Key.get(FaceLibrary.class, annotation), closer);
  }

  /**
   * Returns a module that passes the opened library to a registrar, which closes it with the
   * application. Without a registrar, the code that creates the injector must also close the
   * library.
   *
   * <p>The registrar is called once for each injector, before any other code can use the library.
   * The library is therefore closed even if the creation of the injector fails later. Examples:
   *
   * <ul>
   *   <li>{@code opened::add} of a list whose libraries are closed in a {@code finally};
   *   <li>{@code library -> closer.register(library::close)} of a Guava {@code Closer};
   *   <li>{@code library -> Runtime.getRuntime().addShutdownHook(new Thread(library::close))} for a
   *       program that runs until it is terminated;
   *   <li>the method of a framework for {@link AutoCloseable} objects.
   * </ul>
   *
   * <p>If the registrar throws, the library is closed and the injector is not created.
   *
   * @throws InvalidRequestException if the registrar is null
   */
  public FaceLibraryModule closeWith(Consumer<? super FaceLibrary> registrar) {
    return new FaceLibraryModule(source, key, present(registrar, "registrar"));
  }

  private static <T> T present(@Nullable T value, String field) {
    if (value == null) {
      throw InvalidRequestException.of(field, "must not be null");
    }
    return value;
  }

  @Override
  protected void configure() {
    // Eager, so that a wrong setting is reported at startup and not by the first request.
    bind(key).toProvider(new LibraryProvider(source, closer)).asEagerSingleton();
  }

  /** Returns the binding and the names of the settings, without their values. */
  @Override
  public String toString() {
    return "FaceLibraryModule[" + key + ", " + source.shown() + "]";
  }

  /**
   * The origin of the library.
   *
   * @param shown a description without secrets. The opener's own text could contain one.
   */
  private record Source(Supplier<? extends FaceLibrary> opener, String shown) {}

  /** Opens the library. Guice calls it once. */
  private static final class LibraryProvider implements Provider<FaceLibrary> {
    private final Source source;
    private final Consumer<? super FaceLibrary> closer;

    LibraryProvider(Source source, Consumer<? super FaceLibrary> closer) {
      this.source = source;
      this.closer = closer;
    }

    @Override
    public FaceLibrary get() {
      FaceLibrary library = present(source.opener().get(), "library");
      try {
        closer.accept(library);
      } catch (RuntimeException | Error e) {
        library.close();
        throw e;
      }
      return library;
    }

    /** Appears in error messages of Guice and in lists of bindings. */
    @Override
    public String toString() {
      return "a library opened by " + source.shown();
    }
  }
}
