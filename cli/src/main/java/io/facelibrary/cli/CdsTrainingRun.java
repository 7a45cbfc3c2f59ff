package io.facelibrary.cli;

import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibraryProvider;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The training run for the class data archive of the launcher. It runs the commands that must start
 * fast on temporary libraries, so that the archive contains the classes they load. Their output is
 * discarded.
 */
final class CdsTrainingRun {
  private static final String FOLDER = "folder";

  private CdsTrainingRun() {}

  /** Runs the commands. */
  public static void main(String[] args) throws IOException {
    // Classes that a process loads and no command does.
    Terminal.ofProcess().err().println(FaceLibraryMain.class.getName());
    StopSignal.ofProcess().finish();
    Path place = Files.createTempDirectory("face-library");
    try {
      for (FaceLibraryProvider provider : FaceLibraries.providers()) {
        runCommands(provider, place);
      }
    } finally {
      delete(place);
    }
  }

  private static void runCommands(FaceLibraryProvider provider, Path place) {
    List<String> library = new ArrayList<>(List.of("--provider", provider.name()));
    if (provider.settings().stream().anyMatch(setting -> setting.name().equals(FOLDER))) {
      library.addAll(List.of("--set", FOLDER + "=" + place.resolve(provider.name())));
    }
    run(library, "person", "add", "training");
    run(library, "person", "show", "training");
    run(library, "person", "list");
    run(library, "person", "list", "--output", "json");
    run(library, "face", "list", "training");
    run(library, "group", "list");
    run(library, "person", "delete", "training");
    run(List.of(), "providers");
    run(List.of(), "--help");
  }

  private static void run(List<String> library, String... words) {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Terminal terminal = new Terminal(nowhere, nowhere, true, true, name -> Optional.empty());
    // Without variables and settings files, so that no library of the user is opened.
    CommandContext context = new CommandContext(Map.of(), terminal, new StopSignal());
    String[] line = Stream.concat(Stream.of(words), library.stream()).toArray(String[]::new);
    Program.run(context, line);
  }

  private static void delete(Path place) throws IOException {
    try (Stream<Path> all = Files.walk(place)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
