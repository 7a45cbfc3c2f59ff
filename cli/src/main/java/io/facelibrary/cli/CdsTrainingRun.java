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
 * Runs the commands that ought to start fast, on libraries that are thrown away, so that the
 * launcher learns which classes they need. What they say is not shown.
 */
final class CdsTrainingRun {
  private static final String FOLDER = "folder";

  private CdsTrainingRun() {}

  /** Rehearses. */
  public static void main(String[] args) throws IOException {
    // What only a process does, and no command.
    Terminal.ofProcess().err().println(FaceLibraryMain.class.getName());
    StopSignal.ofProcess().finish();
    Path place = Files.createTempDirectory("face-library");
    try {
      for (FaceLibraryProvider provider : FaceLibraries.providers()) {
        rehearse(provider, place);
      }
    } finally {
      delete(place);
    }
  }

  private static void rehearse(FaceLibraryProvider provider, Path place) {
    List<String> library = new ArrayList<>(List.of("--provider", provider.name()));
    if (provider.settings().stream().anyMatch(setting -> setting.name().equals(FOLDER))) {
      library.addAll(List.of("--set", FOLDER + "=" + place.resolve(provider.name())));
    }
    run(library, "person", "add", "rehearsal");
    run(library, "person", "show", "rehearsal");
    run(library, "person", "list");
    run(library, "person", "list", "--output", "json");
    run(library, "face", "list", "rehearsal");
    run(library, "group", "list");
    run(library, "person", "delete", "rehearsal");
    run(List.of(), "providers");
    run(List.of(), "--help");
  }

  private static void run(List<String> library, String... words) {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Terminal terminal = new Terminal(nowhere, nowhere, true, true, name -> Optional.empty());
    // Neither variables nor files: what is rehearsed must touch no library of anybody's.
    CommandContext shell = new CommandContext(Map.of(), terminal, new StopSignal());
    String[] line = Stream.concat(Stream.of(words), library.stream()).toArray(String[]::new);
    Program.run(shell, line);
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
