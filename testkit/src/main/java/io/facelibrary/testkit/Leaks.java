package io.facelibrary.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Searches texts that a program would print for secrets. A failure shows neither the text nor the
 * secret.
 */
final class Leaks {
  private final List<Text> texts = new ArrayList<>();

  /**
   * A text of the library.
   *
   * @param source the origin of the text, such as "message of addFaces"
   */
  private record Text(String source, String content) {}

  void add(String source, String content) {
    texts.add(new Text(source, content));
  }

  int size() {
    return texts.size();
  }

  /** Fails with the origin of each text that contains one of these secrets. */
  void assertNone(Set<String> secrets) {
    List<String> sources =
        texts.stream()
            .filter(text -> secrets.stream().anyMatch(text.content::contains))
            .map(Text::source)
            .distinct()
            .toList();
    if (!sources.isEmpty()) {
      fail("a secret is shown by: " + String.join(", ", sources) + " (the texts are withheld)");
    }
  }
}
