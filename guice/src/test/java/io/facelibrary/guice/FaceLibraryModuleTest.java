package io.facelibrary.guice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.inject.AbstractModule;
import com.google.inject.BindingAnnotation;
import com.google.inject.ConfigurationException;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.Stage;
import com.google.inject.name.Names;
import com.google.inject.spi.Elements;
import io.facelibrary.AddPerson;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.PersonId;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaceLibraryModuleTest {
  private static final FaceLibraryModule RECORDING =
      FaceLibraryModule.of(Map.of("provider", "recording"));
  private static final PersonId GRACE = PersonId.of("grace");

  @BindingAnnotation
  @Retention(RetentionPolicy.RUNTIME)
  @interface Visitors {}

  @Retention(RetentionPolicy.RUNTIME)
  @interface Meaningless {}

  private final List<AutoCloseable> opened = new ArrayList<>();

  @BeforeEach
  void clearEvents() {
    RecordingProvider.EVENTS.clear();
  }

  @Test
  void opensTheLibraryOnceWhenTheInjectorIsCreated() {
    Injector injector = Guice.createInjector(RECORDING);

    assertThat(RecordingProvider.EVENTS).containsExactly("open library");
    assertThat(injector.getInstance(FaceLibrary.class))
        .isSameAs(injector.getInstance(FaceLibrary.class));
    assertThat(RecordingProvider.EVENTS).containsExactly("open library");
  }

  @Test
  void injectsALibraryThatWorks() {
    Door door =
        Guice.createInjector(FaceLibraryModule.of(Map.of("provider", "inmemory")))
            .getInstance(Door.class);

    door.library.addPerson(AddPerson.of(GRACE));

    assertThat(door.library.findPerson(GRACE)).isPresent();
  }

  @Test
  void namesTheUnknownSettingWhenTheInjectorIsCreated() {
    CreationException refused = refusal(Map.of("provider", "recording", "lable", "hall"));

    assertThat(refused)
        .hasMessageContaining("lable is no setting of this provider")
        .hasMessageContaining("[key, label, rank]")
        .hasCauseInstanceOf(InvalidRequestException.class);
    assertThat(((InvalidRequestException) refused.getCause()).field()).isEqualTo("lable");
  }

  @Test
  void listsTheInstalledProvidersIfTheNameIsWrong() {
    assertThat(refusal(Map.of("provider", "recordnig")))
        .hasMessageContaining("provider must be one of [inmemory, recording]");
  }

  @Test
  void requiresANameIfThereAreSeveralProviders() {
    assertThat(refusal(Map.of()))
        .hasMessageContaining("provider must be set, to one of [inmemory, recording]");
  }

  @Test
  void showsNoValueOfASettingInItsErrors() {
    Map<String, String> settings =
        Map.of("provider", "recording", "rank", "wrong-value", "key", "very-secret");

    CreationException refused = refusal(settings);

    assertThat(refused).hasMessageContaining("rank must be a whole number from 1 to 9");
    assertThat(stackTrace(refused)).doesNotContain("wrong-value", "very-secret");
  }

  @Test
  void showsNoValueOfASettingInToString() {
    FaceLibraryModule module =
        FaceLibraryModule.of(Map.of("provider", "recording", "key", "very-secret"))
            .annotatedWith(Visitors.class);

    assertThat(module.toString())
        .contains("Visitors")
        .contains("[key, provider]")
        .doesNotContain("very-secret");
    assertThat(Elements.getElements(module).toString()).doesNotContain("very-secret");
    assertThat(Guice.createInjector(module).getAllBindings().toString())
        .doesNotContain("very-secret");
  }

  @Test
  void bindsASecondLibraryUnderAnAnnotation() {
    Injector injector =
        Guice.createInjector(
            labelled("staff"),
            labelled("visitors").annotatedWith(Visitors.class),
            labelled("guests").annotatedWith(Names.named("guests")));

    FaceLibrary staff = injector.getInstance(FaceLibrary.class);
    FaceLibrary visitors = injector.getInstance(Key.get(FaceLibrary.class, Visitors.class));
    FaceLibrary guests = injector.getInstance(Key.get(FaceLibrary.class, Names.named("guests")));
    staff.addPerson(AddPerson.of(GRACE));

    assertThat(visitors.findPerson(GRACE)).isEmpty();
    assertThat(guests.findPerson(GRACE)).isEmpty();
    assertThat(staff.findPerson(GRACE)).isPresent();
    assertThat(RecordingProvider.EVENTS)
        .containsExactly("open staff", "open visitors", "open guests");
  }

  @Test
  void bindsNothingElseWhenAnnotated() {
    Injector injector = Guice.createInjector(RECORDING.annotatedWith(Visitors.class));

    assertThatThrownBy(() -> injector.getInstance(FaceLibrary.class))
        .isInstanceOf(ConfigurationException.class);
  }

  @Test
  void refusesAnAnnotationThatIsNotABindingAnnotation() {
    assertThatThrownBy(() -> RECORDING.annotatedWith(Meaningless.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Meaningless");
  }

  @Test
  void passesEachLibraryToItsRegistrar() throws Exception {
    Injector injector =
        Guice.createInjector(
            labelled("staff").closeWith(opened::add),
            labelled("visitors").annotatedWith(Visitors.class).closeWith(opened::add));
    FaceLibrary staff = injector.getInstance(FaceLibrary.class);
    assertThat(opened).first().isSameAs(staff);

    closeAll();

    assertThat(RecordingProvider.EVENTS)
        .containsExactly("open staff", "open visitors", "close staff", "close visitors");
    assertThatThrownBy(() -> staff.findPerson(GRACE))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("after it was closed");
  }

  @Test
  void passesTheLibraryToTheRegistrarEvenIfTheInjectorFailsLater() throws Exception {
    Module failing =
        new AbstractModule() {
          @Override
          protected void configure() {
            bind(Object.class)
                .toProvider(
                    () -> {
                      throw new IllegalStateException("no database");
                    })
                .asEagerSingleton();
          }
        };

    assertThatThrownBy(() -> Guice.createInjector(RECORDING.closeWith(opened::add), failing))
        .isInstanceOf(CreationException.class)
        .hasMessageContaining("no database");
    closeAll();

    assertThat(RecordingProvider.EVENTS).containsExactly("open library", "close library");
  }

  @Test
  void closesTheLibraryIfTheRegistrarFails() {
    FaceLibraryModule module =
        RECORDING.closeWith(
            library -> {
              throw new IllegalStateException("the application is ending");
            });

    assertThatThrownBy(() -> Guice.createInjector(module))
        .isInstanceOf(CreationException.class)
        .hasMessageContaining("the application is ending");
    assertThat(RecordingProvider.EVENTS).containsExactly("open library", "close library");
  }

  @Test
  void opensNothingWhenABindingIsMissing() {
    Module incomplete =
        new AbstractModule() {
          @Override
          protected void configure() {
            requireBinding(Runnable.class);
          }
        };

    assertThatThrownBy(() -> Guice.createInjector(RECORDING, incomplete))
        .isInstanceOf(CreationException.class);
    assertThat(RecordingProvider.EVENTS).isEmpty();
  }

  @Test
  void opensNothingInStageTool() {
    Guice.createInjector(Stage.TOOL, RECORDING);

    assertThat(RecordingProvider.EVENTS).isEmpty();
  }

  @Test
  void opensALibraryOfItsOwnForEachInjector() {
    FaceLibrary first = Guice.createInjector(RECORDING).getInstance(FaceLibrary.class);
    FaceLibrary second = Guice.createInjector(RECORDING).getInstance(FaceLibrary.class);

    assertThat(first).isNotSameAs(second);
    assertThat(RecordingProvider.EVENTS).containsExactly("open library", "open library");
  }

  @Test
  void isImmutable() {
    FaceLibraryModule closing = RECORDING.closeWith(opened::add);
    closing.annotatedWith(Visitors.class);

    Guice.createInjector(RECORDING).getInstance(FaceLibrary.class);

    assertThat(opened).isEmpty();
    assertThat(RECORDING.toString()).doesNotContain("Visitors");
    assertThat(closing.toString()).doesNotContain("Visitors");
  }

  @Test
  void copiesItsSettings() {
    Map<String, String> settings = new HashMap<>(Map.of("provider", "recording"));
    FaceLibraryModule module = FaceLibraryModule.of(settings);

    settings.put("provider", "changed");

    assertThat(Guice.createInjector(module).getInstance(FaceLibrary.class)).isNotNull();
  }

  @Test
  void bindsTheLibraryThatTheApplicationOpens() throws Exception {
    FaceLibraryModule module = FaceLibraryModule.opening(Layer::new).closeWith(opened::add);
    assertThat(RecordingProvider.EVENTS).isEmpty();

    FaceLibrary library = Guice.createInjector(module).getInstance(FaceLibrary.class);
    closeAll();

    assertThat(library).isInstanceOf(Layer.class);
    assertThat(RecordingProvider.EVENTS).containsExactly("open library", "close library");
  }

  @Test
  void callsTheOpenerOnceForEachInjector() {
    FaceLibraryModule module = FaceLibraryModule.opening(Layer::new).annotatedWith(Visitors.class);
    Key<FaceLibrary> key = Key.get(FaceLibrary.class, Visitors.class);

    Injector first = Guice.createInjector(module);
    Injector second = Guice.createInjector(module);

    assertThat(first.getInstance(key)).isSameAs(first.getInstance(key));
    assertThat(first.getInstance(key)).isNotSameAs(second.getInstance(key));
    assertThat(RecordingProvider.EVENTS).containsExactly("open library", "open library");
  }

  @Test
  void closesTheLibraryOfAnOpenerIfTheRegistrarFails() {
    FaceLibraryModule module =
        FaceLibraryModule.opening(Layer::new)
            .closeWith(
                library -> {
                  throw new IllegalStateException("the application is ending");
                });

    assertThatThrownBy(() -> Guice.createInjector(module))
        .isInstanceOf(CreationException.class)
        .hasMessageContaining("the application is ending");
    assertThat(RecordingProvider.EVENTS).containsExactly("open library", "close library");
  }

  @Test
  void createsNoInjectorIfTheOpenerFails() {
    InvalidRequestException wrong = InvalidRequestException.of("endpoint", "must be set");

    assertThatThrownBy(
            () ->
                Guice.createInjector(
                    FaceLibraryModule.opening(
                        () -> {
                          throw wrong;
                        })))
        .isInstanceOf(CreationException.class)
        .hasCause(wrong);
    assertThatThrownBy(() -> Guice.createInjector(FaceLibraryModule.opening(() -> null)))
        .isInstanceOf(CreationException.class)
        .hasMessageContaining("library must not be null");
  }

  @Test
  void showsNothingOfAnOpener() {
    Supplier<FaceLibrary> telling =
        new Supplier<>() {
          @Override
          public FaceLibrary get() {
            return new Layer();
          }

          @Override
          public String toString() {
            return "very-secret";
          }
        };
    FaceLibraryModule module = FaceLibraryModule.opening(telling);

    assertThat(module.toString()).contains("an opener").doesNotContain("very-secret");
    assertThat(Elements.getElements(module).toString()).doesNotContain("very-secret");
    assertThat(Guice.createInjector(module).getAllBindings().toString())
        .doesNotContain("very-secret");
  }

  @Test
  void refusesNull() {
    Map<String, String> withNull = new HashMap<>();
    withNull.put("label", null);

    assertThatThrownBy(() -> FaceLibraryModule.of(null))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("settings must not be null");
    assertThatThrownBy(() -> FaceLibraryModule.of(withNull))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("label must not be null");
    assertThatThrownBy(() -> RECORDING.closeWith(null))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("registrar must not be null");
    assertThatThrownBy(() -> FaceLibraryModule.opening(null))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("opener must not be null");
  }

  private static FaceLibraryModule labelled(String label) {
    return FaceLibraryModule.of(Map.of("provider", "recording", "label", label));
  }

  private static CreationException refusal(Map<String, String> settings) {
    return catchThrowableOfType(
        CreationException.class, () -> Guice.createInjector(FaceLibraryModule.of(settings)));
  }

  private static String stackTrace(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  private void closeAll() throws Exception {
    for (AutoCloseable library : opened) {
      library.close();
    }
  }

  /** What an application puts around a library. */
  static final class Layer extends ForwardingFaceLibrary {
    Layer() {
      super(FaceLibraries.open(Map.of("provider", "recording")));
    }
  }

  /** What an application has: a class that wants a library. */
  static final class Door {
    final FaceLibrary library;

    @Inject
    Door(FaceLibrary library) {
      this.library = library;
    }
  }
}
