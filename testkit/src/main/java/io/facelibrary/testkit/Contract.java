package io.facelibrary.testkit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The sentences of the contract, and the tests that assert them. */
final class Contract {
  private static final String RESOURCE = "contract-sentences.txt";
  private static final Pattern SENTENCE = Pattern.compile("(\\d+)\\. (.+)");
  private static final List<Class<?>> PARTS = List.of(FaceLibraryContract.class.getInterfaces());

  private Contract() {}

  /**
   * A sentence of the contract.
   *
   * @param heading the heading of its section
   */
  record Sentence(int number, String heading, String text) {

    /** Returns the tests that assert this sentence, in the order of {@link Contract#tests}. */
    List<Method> tests() {
      return Contract.tests().stream()
          .filter(test -> numbers(test).anyMatch(it -> it == number))
          .toList();
    }

    private static Stream<Integer> numbers(Method test) {
      return Arrays.stream(test.getAnnotation(Promise.class).value()).boxed();
    }
  }

  static List<Sentence> sentences() {
    List<Sentence> sentences = new ArrayList<>();
    String heading = "";
    for (String line : lines()) {
      Matcher sentence = SENTENCE.matcher(line);
      if (sentence.matches()) {
        int number = Integer.parseInt(sentence.group(1));
        sentences.add(new Sentence(number, heading, sentence.group(2)));
      } else {
        heading = line;
      }
    }
    return sentences;
  }

  private static List<String> lines() {
    try (InputStream in = Contract.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + RESOURCE + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns every test, ordered by part and name: reflection guarantees no order. */
  static List<Method> tests() {
    return PARTS.stream()
        .flatMap(part -> Arrays.stream(part.getDeclaredMethods()))
        .filter(method -> method.isAnnotationPresent(Test.class))
        .sorted(Comparator.comparing(Contract::position).thenComparing(Method::getName))
        .toList();
  }

  private static int position(Method test) {
    return PARTS.indexOf(test.getDeclaringClass());
  }

  /** Skips a test that is newer than the contract that the provider promises. */
  static void assumePromised(Harness harness, Optional<Method> test) {
    int since = test.map(it -> it.getAnnotation(Promise.class)).map(Promise::since).orElse(1);
    assumeTrue(
        since <= harness.contract(),
        () ->
            "the provider promises version "
                + harness.contract()
                + " of the contract, and the test is of version "
                + since);
  }

  /** Returns the name of the part of a test, such as "AddFaces". */
  static String part(Method test) {
    return test.getDeclaringClass().getSimpleName().replace("Contract", "");
  }

  /** Returns the name of a test as words: "returns one outcome per image". */
  static String words(Method test) {
    return Stream.of(test.getName().split("(?=\\p{Lu})"))
        .map(word -> word.toLowerCase(Locale.ROOT))
        .reduce((text, word) -> text + " " + word)
        .orElseThrow();
  }
}
