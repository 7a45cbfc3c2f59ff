package io.facelibrary.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A provider that was compiled before a capability existed is right about it. The API of these
 * tests is the present one with a new capability of each sort. The providers are compiled with the
 * present one, and are loaded together with the new one.
 */
class NewCapabilityTest {
  private static final String ENUM = "public enum Capability {";
  private static final String GROWN = ENUM + " NEW_OPTIONAL(false), NEW_BASELINE(true),";

  @TempDir private static Path folder;
  private static Compiler compiler;
  private static Path newApi;

  @BeforeAll
  static void compileTheNewApi() throws IOException, URISyntaxException {
    compiler = new Compiler(folder);
    newApi = compiler.compileFiles(List.of(jspecify()), newSources());
  }

  private static Path jspecify() throws URISyntaxException {
    return Path.of(NullMarked.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static Path classes(String module) {
    return Published.ROOT.resolve(module).resolve("target/classes");
  }

  /** Returns the sources of the API, with a copy of Capability that has two more constants. */
  private static List<Path> newSources() throws IOException {
    List<Path> sources = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Published.ROOT.resolve("api/src/main/java"))) {
      for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
        if (file.endsWith("Capability.java")) {
          String source = Files.readString(file);
          assertThat(source).contains(ENUM);
          Path copy = folder.resolve("Capability.java");
          sources.add(Files.writeString(copy, source.replace(ENUM, GROWN)));
        } else if (!file.endsWith("module-info.java")) {
          sources.add(file);
        }
      }
    }
    return sources;
  }

  @Test
  void aProviderClaimsANewBaselineCapabilityAndNoNewOptionalOne() throws Exception {
    Path provider =
        compiler.compile(
            List.of(classes("api"), jspecify()),
            """
            import io.facelibrary.Capabilities;
            import io.facelibrary.Capability;
            public class OldProvider {
              public static Capabilities capabilities() {
                return Capabilities.builder()
                    .offers(Capability.IMAGE_BYTES, Capability.SEARCH)
                    .without(Capability.PERSONS_WITHOUT_FACES)
                    .build();
              }
            }
            """);

    try (URLClassLoader loader = Compiler.load(List.of(newApi, provider))) {
      Object capabilities = loader.loadClass("OldProvider").getMethod("capabilities").invoke(null);

      assertThat(offered(capabilities))
          .contains("NEW_BASELINE", "IMAGE_BYTES", "SEARCH")
          .doesNotContain("NEW_OPTIONAL", "IMAGE_URL", "PERSONS_WITHOUT_FACES");
    }
  }

  @Test
  void theLibraryInMemoryClaimsANewBaselineCapabilityAndNoNewOptionalOne() throws Exception {
    List<Path> path = List.of(newApi, classes("engine"), classes("provider-inmemory"));
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = Compiler.load(path)) {
      thread.setContextClassLoader(loader);
      Class<?> libraries = loader.loadClass("io.facelibrary.FaceLibraries");
      Object library =
          libraries.getMethod("open", String.class, Map.class).invoke(null, "inmemory", Map.of());
      Class<?> type = loader.loadClass("io.facelibrary.FaceLibrary");
      Object capabilities = type.getMethod("capabilities").invoke(library);
      type.getMethod("close").invoke(library);

      assertThat(offered(capabilities))
          .contains("NEW_BASELINE", "SEARCH")
          .doesNotContain("NEW_OPTIONAL");
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static Set<String> offered(Object capabilities) throws ReflectiveOperationException {
    Set<?> offered = (Set<?>) capabilities.getClass().getMethod("offered").invoke(capabilities);
    return offered.stream().map(Object::toString).collect(Collectors.toSet());
  }
}
