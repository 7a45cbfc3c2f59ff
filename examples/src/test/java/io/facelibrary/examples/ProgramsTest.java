package io.facelibrary.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.green.GreenServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every program and compares its output with the documents. */
class ProgramsTest {
  private static final String PROMPT = "$ ";
  private static final String OUTPUTS = "examples/README.md";

  private static final Map<String, Program> PROGRAMS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("TenLines", TenLines::main),
              Map.entry("QuickStart", QuickStart::main),
              Map.entry("DeleteFacesExample", DeleteFacesExample::main),
              Map.entry("SurvivePartialFailure", SurvivePartialFailure::main),
              Map.entry("SwitchProviderBySetting", SwitchProviderBySetting::main),
              Map.entry("GuiceWiring", GuiceWiring::main),
              Map.entry("TestWithoutNetwork", TestWithoutNetwork::main),
              Map.entry("RetryAndRateLimit", RetryAndRateLimit::main),
              Map.entry("AliyunQuickStart", AliyunQuickStart::main),
              Map.entry("ServeGreenLocally", ServeGreenLocally::main),
              Map.entry("Calibrate", Calibrate::main),
              Map.entry("CompareFaces", CompareFaces::main),
              Map.entry("WhoIsThis", WhoIsThis::main)));

  /** The documents show this port instead of the free port of a server. */
  private static final String QUOTED_PORT = "127.0.0.1:49152";

  private static final Pattern ANY_PORT = Pattern.compile("127\\.0\\.0\\.1:\\d+");

  private interface Program {
    void run(String[] args);
  }

  static Stream<String> quoted() {
    return PROGRAMS.keySet().stream().filter(name -> !name.equals("TenLines"));
  }

  @ParameterizedTest
  @MethodSource("quoted")
  void printsTheDocumentedOutput(String name) {
    Page page = Page.read(OUTPUTS);
    List<String> quoted = page.blockUnder("## " + name);

    List<String> commands = quoted.stream().filter(line -> line.startsWith(PROMPT)).toList();
    List<String> printed = new ArrayList<>();
    for (String command : commands) {
      printed.add(command);
      printed.addAll(runAsQuoted(name, command.substring(PROMPT.length())));
    }
    if (commands.isEmpty()) {
      printed.addAll(run(name));
    }

    if (Page.isUpdated()) {
      quoted.clear();
      quoted.addAll(printed);
      page.write();
    }
    assertThat(printed)
        .as("the output in " + OUTPUTS + "; to write it: -Dreadme.update=true")
        .isNotEmpty()
        .isEqualTo(quoted);
  }

  @Test
  void readmeHasTenLinesOfJavaThatCompileAndRun() throws IOException {
    List<String> quoted = Page.read("README.md").firstBlock("java");

    assertThat(quoted).hasSize(10);
    assertThat(stripped(Files.readAllLines(sources().resolve("TenLines.java"))))
        .containsSequence(stripped(quoted));
    String grace = Photos.path("grace_hopper.jpg").toString();
    String eileen = Photos.path("astronaut.png").toString();
    assertThat(run("TenLines", grace, grace)).containsExactly("Welcome, grace", "Deleted: true");
    assertThat(run("TenLines", grace, eileen)).containsExactly("Nobody known", "Deleted: true");
  }

  @Test
  void theGuideToTestingQuotesTestsThatRun() throws IOException {
    Page page = Page.read("docs/testing.md");
    List<String> faults = page.blockUnder("## In-memory library with fault injection");
    List<String> mocks = page.blockUnder("## Mockito");

    assertThat(stripped(Files.readAllLines(tests().resolve("VisitorBookTest.java"))))
        .containsSubsequence(stripped(faults));
    assertThat(stripped(Files.readAllLines(tests().resolve("VisitorBookMockTest.java"))))
        .containsSequence(stripped(mocks));
  }

  @Test
  void readmeNamesAPublishedArtifactInTheVersionOfThisBuild() throws IOException {
    String dependency = String.join("", stripped(Page.read("README.md").firstBlock("xml")));
    String bom = String.join("", stripped(Files.readAllLines(Page.root().resolve("bom/pom.xml"))));
    String version = bom.replaceFirst(".*?<version>(.*?)</version>.*", "$1");
    String unversioned = dependency.replaceFirst("<version>.*?</version>", "");

    assertThat(dependency).contains("<version>" + version + "</version>");
    assertThat(bom)
        .contains(unversioned.replace("</dependency>", "<version>${project.version}</version>"));
  }

  @Test
  void readmeHasAtMostTwoHundredLines() {
    assertThat(Page.read("README.md").length()).isLessThanOrEqualTo(200);
  }

  @Test
  void readmeHasTwoCommands() {
    assertThat(Page.read("README.md").blockUnder("## Two commands")).hasSize(2);
  }

  @Test
  void runsEveryProgram() throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.list(sources())) {
      for (Path file : files.toList()) {
        if (Files.readString(file).contains("void main(String[] args)")) {
          found.add(file.getFileName().toString().replace(".java", ""));
        }
      }
    }

    assertThat(found).isEqualTo(PROGRAMS.keySet());
  }

  /** Runs a quoted command. A server that it names is started on another port. */
  private static List<String> runAsQuoted(String name, String command) {
    if (!command.contains(QUOTED_PORT)) {
      return runWords(name, command);
    }
    try (FaceLibrary library = FaceLibraries.open("inmemory", Map.of("profile", "green"));
        GreenServer server = GreenServer.builder().library(library).anonymous().start()) {
      return runWords(name, command.replace(QUOTED_PORT, server.uri().getAuthority()));
    }
  }

  private static List<String> runWords(String name, String command) {
    List<String> words = List.of(command.split(" ", -1));
    assertThat(words).first().isEqualTo(name);
    return run(name, words.subList(1, words.size()).toArray(new String[0]));
  }

  private static List<String> run(String name, String... args) {
    InputStream input = System.in;
    System.setIn(InputStream.nullInputStream());
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      PROGRAMS.get(name).run(args);
    } finally {
      System.setOut(before);
      System.setIn(input);
    }
    return printed
        .toString(StandardCharsets.UTF_8)
        .lines()
        .map(line -> ANY_PORT.matcher(line).replaceAll(QUOTED_PORT))
        .toList();
  }

  private static List<String> stripped(List<String> lines) {
    return lines.stream().map(String::strip).toList();
  }

  private static Path sources() {
    return Page.root().resolve("examples/src/main/java/io/facelibrary/examples");
  }

  private static Path tests() {
    return Page.root().resolve("examples/src/test/java/io/facelibrary/examples");
  }
}
