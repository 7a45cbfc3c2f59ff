package io.facelibrary.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Conventions of the test sources of every module. */
class TestSourcesTest {
  private static final Pattern TEST =
      Pattern.compile(
          "^ +@(Test|Property|Example|ParameterizedTest|RepeatedTest)\\b", Pattern.MULTILINE);
  private static final Pattern ABSTRACT = Pattern.compile("\\babstract class\\b");
  private static final Pattern PROPERTY =
      Pattern.compile("^import net\\.jqwik\\.", Pattern.MULTILINE);
  private static final String FIXED_SEEDS = "testing/fixed-seeds";

  @Test
  void theBuildRunsEveryTestClass() throws IOException {
    List<Path> ignored = new ArrayList<>();
    for (String module : Modules.folders()) {
      for (Path file : testSources(module)) {
        String source = Files.readString(file);
        boolean hasTests = TEST.matcher(source).find() && !ABSTRACT.matcher(source).find();
        if (hasTests && !file.toString().endsWith("Test.java")) {
          ignored.add(file);
        }
      }
    }

    assertThat(ignored).as("Surefire runs only classes named ...Test").isEmpty();
  }

  @Test
  void everyModuleWithPropertiesTakesItsSeedFromOnePlace() throws IOException {
    for (String module : Modules.folders()) {
      if (!module.equals(FIXED_SEEDS) && hasProperties(module)) {
        assertThat(Modules.ROOT.resolve(module).resolve("pom.xml"))
            .content()
            .contains("<artifactId>facelibrary-fixed-seeds</artifactId>");
        // A second file of this name would hide the one beside the seeds.
        assertThat(testFolder(module).resolve("resources/junit-platform.properties"))
            .doesNotExist();
      }
    }
  }

  private static boolean hasProperties(String module) throws IOException {
    for (Path file : testSources(module)) {
      if (PROPERTY.matcher(Files.readString(file)).find()) {
        return true;
      }
    }
    return false;
  }

  private static Path testFolder(String module) {
    return Modules.ROOT.resolve(module).resolve("src/test");
  }

  private static List<Path> testSources(String module) throws IOException {
    Path folder = testFolder(module).resolve("java");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(it -> it.toString().endsWith(".java")).sorted().toList();
    }
  }
}
