package io.facelibrary.guice;

import static io.facelibrary.guice.RecordingModules.RECORDING;
import static io.facelibrary.guice.RecordingModules.labeled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.inject.ConfigurationException;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.name.Names;
import com.google.inject.spi.Elements;
import io.facelibrary.AddPerson;
import io.facelibrary.FaceLibrary;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.PersonId;
import io.facelibrary.guice.RecordingModules.Layer;
import io.facelibrary.guice.RecordingModules.Visitors;
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

/** The bindings of a {@link FaceLibraryModule}, its settings and its errors. */
class FaceLibraryModuleTest {
  private static final PersonId GRACE = PersonId.of("grace");

  @Retention(RetentionPolicy.RUNTIME)
  @interface NotABindingAnnotation {}

  @BeforeEach
  void clearEvents() {
    RecordingProvider.EVENTS.clear();
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
        .hasMessageContaining("lable is not a setting of the provider recording")
        .hasMessageContaining("[key, key-file, label, match-similarity, possible-similarity, rank]")
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
            labeled("staff"),
            labeled("visitors").annotatedWith(Visitors.class),
            labeled("guests").annotatedWith(Names.named("guests")));

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
    assertThatThrownBy(() -> RECORDING.annotatedWith(NotABindingAnnotation.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NotABindingAnnotation");
  }

  @Test
  void isImmutable() {
    List<FaceLibrary> opened = new ArrayList<>();
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
  void showsNothingOfAnOpener() {
    Supplier<FaceLibrary> opener =
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
    FaceLibraryModule module = FaceLibraryModule.opening(opener);

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

  private static CreationException refusal(Map<String, String> settings) {
    return catchThrowableOfType(
        CreationException.class, () -> Guice.createInjector(FaceLibraryModule.of(settings)));
  }

  private static String stackTrace(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  /** A class of an application that uses a library. */
  static final class Door {
    final FaceLibrary library;

    @Inject
    Door(FaceLibrary library) {
      this.library = library;
    }
  }
}
