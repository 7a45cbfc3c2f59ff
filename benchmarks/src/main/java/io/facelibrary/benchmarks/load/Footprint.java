package io.facelibrary.benchmarks.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The resources of a process, as reported by Linux and the tools of the JDK.
 *
 * @param residentMib the resident memory
 * @param liveMib the objects that survive a garbage collection
 */
record Footprint(long residentMib, long liveMib, long threads, long files) {

  /** Requests a garbage collection and reads the figures. */
  static Footprint of(Process process) throws IOException {
    long live = liveBytes(process.pid());
    Path proc = Path.of("/proc", Long.toString(process.pid()));
    try (Stream<Path> files = Files.list(proc.resolve("fd"))) {
      return new Footprint(
          status(proc, "VmRSS:") / 1024, live >> 20, status(proc, "Threads:"), files.count());
    }
  }

  private static long status(Path proc, String field) throws IOException {
    return Files.readAllLines(proc.resolve("status"), UTF_8).stream()
        .filter(line -> line.startsWith(field))
        .map(line -> line.substring(field.length()).replace("kB", "").strip())
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElseThrow();
  }

  /** The class histogram is taken after a full collection. Its last line is the sum. */
  private static long liveBytes(long pid) throws IOException {
    Process tool =
        new ProcessBuilder("jcmd", Long.toString(pid), "GC.class_histogram")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (InputStream in = tool.getInputStream()) {
      List<String> lines = new String(in.readAllBytes(), UTF_8).lines().toList();
      String[] total = lines.get(lines.size() - 1).strip().split("\\s+", -1);
      return Long.parseLong(total[2]);
    }
  }
}
