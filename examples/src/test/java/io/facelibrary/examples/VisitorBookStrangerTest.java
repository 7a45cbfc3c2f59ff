package io.facelibrary.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.PersonId;
import io.facelibrary.examples.VisitorBook.Registration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An application that greets every match greets no stranger, with or without an encoder. */
class VisitorBookStrangerTest {
  private static final PersonId GRACE = PersonId.of("grace");
  private static final PersonId EILEEN = PersonId.of("eileen");

  private final FaceImage ofGrace = FaceImage.read(Photos.path("grace_hopper.jpg"));
  private final FaceImage ofEileen = FaceImage.read(Photos.path("astronaut.png"));

  static Iterable<Map<String, String>> libraries() {
    return List.of(
        Map.of("provider", "inmemory"), Map.of("provider", "inmemory", "encoder", "recognition"));
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void aStrangerIsAskedToRegister(Map<String, String> settings) {
    try (FaceLibrary library = FaceLibraries.open(settings)) {
      VisitorBook book = new VisitorBook(library);
      assertThat(book.register(GRACE, ofGrace)).isEqualTo(Registration.REGISTERED);

      assertThat(book.greet(ofGrace)).isEqualTo("Welcome back, grace");
      assertThat(book.greet(ofEileen)).isEqualTo("Please register");
    }
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void aDeletedVisitorIsNotTakenForAnother(Map<String, String> settings) {
    try (FaceLibrary library = FaceLibraries.open(settings)) {
      VisitorBook book = new VisitorBook(library);
      assertThat(book.register(GRACE, ofGrace)).isEqualTo(Registration.REGISTERED);
      assertThat(book.register(EILEEN, ofEileen)).isEqualTo(Registration.REGISTERED);

      book.delete(GRACE);

      assertThat(book.greet(ofGrace)).isEqualTo("Please register");
      assertThat(book.greet(ofEileen)).isEqualTo("Welcome back, eileen");
    }
  }
}
