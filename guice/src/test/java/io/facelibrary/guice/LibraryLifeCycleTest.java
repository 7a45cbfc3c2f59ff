package io.facelibrary.guice;

import static io.facelibrary.guice.RecordingModules.RECORDING;
import static io.facelibrary.guice.RecordingModules.labelled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.AbstractModule;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.Stage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.PersonId;
import io.facelibrary.guice.RecordingModules.Layer;
import io.facelibrary.guice.RecordingModules.Visitors;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a library of a {@link FaceLibraryModule} is opened and closed. */
class LibraryLifeCycleTest {
  private static final PersonId GRACE = PersonId.of("grace");

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
  void opensASeparateLibraryForEachInjector() {
    FaceLibrary first = Guice.createInjector(RECORDING).getInstance(FaceLibrary.class);
    FaceLibrary second = Guice.createInjector(RECORDING).getInstance(FaceLibrary.class);

    assertThat(first).isNotSameAs(second);
    assertThat(RecordingProvider.EVENTS).containsExactly("open library", "open library");
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

  private void closeAll() throws Exception {
    for (AutoCloseable library : opened) {
      library.close();
    }
  }
}
