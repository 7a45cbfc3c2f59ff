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
 * Binds {@link FaceLibrary} to one library, opened from settings or by the application's own code
 * when the injector is created.
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
 * <p>Settings that are wrong are a {@link com.google.inject.CreationException} that names the
 * setting and the rule, never a value; its cause is the {@link InvalidRequestException}. The
 * library is opened after Guice has checked every binding, so an injector that misses one opens
 * nothing. In {@link com.google.inject.Stage#TOOL} nothing is opened either.
 *
 * <p>Guice ends nothing: an injector has no life cycle. The library therefore ends with the
 * application's own, which {@link #closeWith} hands it to.
 *
 * <p>A library with layers around it is opened by the application: see {@link #opening}.
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
   * @param settings copied; {@code provider} names the provider, the others are the provider's own
   * @throws InvalidRequestException if a name or value is null. Other errors are found when the
   *     injector is created.
   */
  public static FaceLibraryModule of(Map<String, String> settings) {
    ProviderSettings.of(settings);
    Map<String, String> copy = new TreeMap<>(settings);
    return from(
        new Source(() -> FaceLibraries.open(copy), "settings " + new TreeSet<>(copy.keySet())));
  }

  /**
   * Returns a module whose library the application opens itself, for one with layers around it:
   *
   * <pre>{@code
   * FaceLibraryModule.opening(
   *     () -> ResilientFaceLibrary.around(FaceLibraries.open(settings)).build())
   * }</pre>
   *
   * @param opener called once for each injector that is created; answers a library of its own each
   *     time, since it is closed with that injector's application. What it throws becomes the cause
   *     of the {@link com.google.inject.CreationException}.
   * @throws InvalidRequestException if it is null. That it answers null is found when the injector
   *     is created.
   */
  public static FaceLibraryModule opening(Supplier<? extends FaceLibrary> opener) {
    return from(new Source(present(opener, "opener"), "an opener"));
  }

  private static FaceLibraryModule from(Source source) {
    return new FaceLibraryModule(source, Key.get(FaceLibrary.class), library -> {});
  }

  /**
   * Returns a module that binds the library under a binding annotation, for an injector with more
   * than one.
   *
   * @param annotation a type that is marked as {@link com.google.inject.BindingAnnotation} or
   *     {@code jakarta.inject.Qualifier}
   * @throws IllegalArgumentException if it is no such type
   */
  public FaceLibraryModule annotatedWith(Class<? extends Annotation> annotation) {
    return new FaceLibraryModule(source, Key.get(FaceLibrary.class, annotation), closer);
  }

  /**
   * Returns a module that binds the library under a binding annotation, for an injector with more
   * than one.
   *
   * @param annotation such as {@code Names.named("visitors")}
   * @throws IllegalArgumentException if it is of a type that is no binding annotation
   */
  public FaceLibraryModule annotatedWith(Annotation annotation) {
    return new FaceLibraryModule(source, Key.get(FaceLibrary.class, annotation), closer);
  }

  /**
   * Returns a module that hands the library, once it is open, to whatever ends with the
   * application. Without this, who creates the injector also gets the library from it and closes
   * it.
   *
   * <p>The registrar is called once for each injector that is created, before anything can use the
   * library, so that the library is closed as well when the creation of the injector fails later.
   * It may be:
   *
   * <ul>
   *   <li>{@code opened::add} of a list whose libraries are closed in a {@code finally};
   *   <li>{@code library -> closer.register(library::close)} of a Guava {@code Closer};
   *   <li>{@code library -> Runtime.getRuntime().addShutdownHook(new Thread(library::close))} for a
   *       program that runs until it is killed;
   *   <li>what a framework has for objects that are {@link AutoCloseable}.
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
    // Eager, or a wrong setting would be found by the first request in production.
    bind(key).toProvider(new Opening(source, closer)).asEagerSingleton();
  }

  /** Shows what is bound and which settings are set, not their values. */
  @Override
  public String toString() {
    return "FaceLibraryModule[" + key + ", " + source.shown() + "]";
  }

  /**
   * Where the library comes from.
   *
   * @param shown what may be printed of it: an opener could print a secret
   */
  private record Source(Supplier<? extends FaceLibrary> opener, String shown) {}

  /** Opens the library; Guice calls it once. */
  private static final class Opening implements Provider<FaceLibrary> {
    private final Source source;
    private final Consumer<? super FaceLibrary> closer;

    Opening(Source source, Consumer<? super FaceLibrary> closer) {
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

    /** Guice prints this in its errors and in listings of bindings. */
    @Override
    public String toString() {
      return "a library by " + source.shown();
    }
  }
}
