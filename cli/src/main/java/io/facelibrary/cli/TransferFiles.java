package io.facelibrary.cli;

import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibraryProvider;
import io.facelibrary.ProviderSetting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The journal and the report of a transfer. By default, the same command uses the same files again,
 * and another source or library has other files.
 *
 * @param isDefaultJournal whether no option names the journal
 * @param isDefaultReport whether no option names the report
 */
record TransferFiles(Path journal, Path report, boolean isDefaultJournal, boolean isDefaultReport) {
  private static final int DIGITS = 16;

  /**
   * Chooses the files, and creates the folder of the default ones.
   *
   * @param identity distinguishes the transfer from others; only its digest is in the names
   */
  static TransferFiles choose(
      CommandContext context,
      Optional<Path> journal,
      Optional<Path> report,
      String command,
      String identity) {
    Path folder = context.state();
    String name = command + "-" + digest(identity);
    try {
      Files.createDirectories(folder.toAbsolutePath());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new TransferFiles(
        journal.orElse(folder.resolve(name + ".journal.jsonl")),
        report.orElse(folder.resolve(name + ".report.jsonl")),
        journal.isEmpty(),
        report.isEmpty());
  }

  /** Returns the files of a dry run: its default report is another file, which is deleted first. */
  TransferFiles forPlan() {
    if (!isDefaultReport) {
      return this;
    }
    String name = report.getFileName().toString().replace(".report.", ".plan.");
    Path plan = report.resolveSibling(name);
    try {
      Files.deleteIfExists(plan);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new TransferFiles(journal, plan, isDefaultJournal, true);
  }

  /** Returns the settings that identify a library, without its secrets. */
  static String identity(Map<String, String> settings) {
    String provider = settings.getOrDefault(FaceLibraries.PROVIDER, "");
    List<FaceLibraryProvider> providers = FaceLibraries.providers();
    Set<String> open =
        providers.stream()
            .filter(it -> it.name().equals(provider) || providers.size() == 1)
            .flatMap(it -> it.settings().stream())
            .filter(setting -> !setting.isSecret())
            .map(ProviderSetting::name)
            .collect(Collectors.toSet());
    Map<String, String> shown = new TreeMap<>(settings);
    shown.keySet().retainAll(open);
    return provider + shown;
  }

  /** Deletes the default journal of a finished transfer, because nothing is left to resume. */
  void finish() {
    if (isDefaultJournal) {
      try {
        Files.deleteIfExists(journal);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
