package io.facelibrary.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.FaceLibrary;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The table in docs/compatibility.md has the members of every closed type of the API. A type that
 * gains a member breaks each switch over it, which no comparison of classes reports.
 */
class ClosedTypesTest {
  /** The enums and sealed types that may gain members. */
  private static final Set<String> OPEN =
      Set.of("Capability", "FaceImage", "ImageFormat", "Operation", "Probe");

  private static final Path PAGE = Published.ROOT.resolve("docs/compatibility.md");

  @Test
  void theDocumentListsEveryClosedTypeWithItsMembers() throws Exception {
    List<String> rows = new ArrayList<>(List.of("| type | members |", "|---|---|"));
    for (Class<?> type : publicTypes()) {
      if (type.isEnum() || type.isSealed()) {
        rows.add("| `" + name(type) + "` | " + members(type) + " |");
      }
    }

    List<String> lines = Files.readAllLines(PAGE);
    List<String> table =
        lines.subList(
            lines.indexOf("<!-- closed: begin -->") + 1, lines.indexOf("<!-- closed: end -->"));
    assertThat(rows).isEqualTo(table);
  }

  private static String name(Class<?> type) {
    return type.getName().replaceFirst(".*\\.", "").replace('$', '.');
  }

  private static String members(Class<?> type) {
    if (OPEN.contains(name(type))) {
      return "open";
    }
    Stream<String> names =
        type.isEnum()
            ? Arrays.stream(type.getEnumConstants()).map(it -> ((Enum<?>) it).name())
            : Arrays.stream(type.getPermittedSubclasses()).map(Class::getSimpleName);
    return names.map(it -> "`" + it + "`").collect(Collectors.joining(", "));
  }

  private static List<Class<?>> publicTypes() throws IOException, ClassNotFoundException {
    Path folder = Published.ROOT.resolve("api/target/classes/io/facelibrary");
    List<String> names;
    try (Stream<Path> files = Files.list(folder)) {
      names =
          files
              .map(it -> it.getFileName().toString())
              .filter(it -> it.endsWith(".class") && !it.startsWith("package-info"))
              .map(it -> it.replace(".class", ""))
              .sorted()
              .toList();
    }
    List<Class<?>> types = new ArrayList<>();
    for (String name : names) {
      Class<?> type =
          Class.forName(FaceLibrary.class.getPackageName() + "." + name, false, loader());
      boolean isNamed = !type.isAnonymousClass() && !type.isSynthetic();
      if (isNamed && Modifier.isPublic(type.getModifiers())) {
        types.add(type);
      }
    }
    return types;
  }

  private static ClassLoader loader() {
    return FaceLibrary.class.getClassLoader();
  }
}
