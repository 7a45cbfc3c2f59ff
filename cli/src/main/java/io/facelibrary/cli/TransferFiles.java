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
 * Where a transfer keeps its journal and its report unless told: the same command finds the same
 * files again, and another source or library has others.
 */
record TransferFiles(Path journal, Path report, boolean isOurs, boolean isOurReport) {
  private static final int DIGITS = 16;

  /**
   * Chooses the files, and makes their folder.
   *
   * @param what tells the transfer from others; only its digest is in the names
   */
  static TransferFiles choose(
      CommandContext shell,
      Optional<Path> journal,
      Optional<Path> report,
      String command,
      String what) {
    Path folder = shell.state();
    String name = command + "-" + digest(what);
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

  /** The same, but for what a dry run reports: a file of its own, begun anew. */
  TransferFiles forPlan() {
    if (!isOurReport) {
      return this;
    }
    String name = report.getFileName().toString().replace(".report.", ".plan.");
    Path plan = report.resolveSibling(name);
    try {
      Files.deleteIfExists(plan);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new TransferFiles(journal, plan, isOurs, true);
  }

  /** Settings that tell a library from another, without its secrets. */
  static String library(Map<String, String> settings) {
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

  /** A finished transfer has no rest that another run could go on with. */
  void finish() {
    if (isOurs) {
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
