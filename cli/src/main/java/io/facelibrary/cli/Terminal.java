package io.facelibrary.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a command writes to and asks at. Everything is UTF-8: programs read it, and pipes have no
 * language.
 *
 * @param out what was asked for; writing to it throws {@link OutputClosedException} if it cannot be
 *     written
 * @param err all else
 * @param outIsTerminal whether people look at {@code out}
 * @param errIsTerminal whether people look at {@code err}
 * @param secrets asks for a secret without showing it; empty if nobody can be asked
 */
record Terminal(
    PrintWriter out,
    PrintWriter err,
    boolean outIsTerminal,
    boolean errIsTerminal,
    Function<String, Optional<String>> secrets) {

  /** What the launcher knows and Java before 22 cannot say for one stream: {@code out,err}. */
  private static final String KNOWN = "face-library.terminals";

  static Terminal ofProcess() {
    Optional<String> known = Optional.ofNullable(System.getProperty(KNOWN));
    boolean both = known.isEmpty() && hasConsole();
    return new Terminal(
        new PrintWriter(new CheckedOutput(new FileOutputStream(FileDescriptor.out)), false),
        new PrintWriter(
            new OutputStreamWriter(
                new FileOutputStream(FileDescriptor.err), StandardCharsets.UTF_8),
            true),
        both || known.orElse("").contains("out"),
        both || known.orElse("").contains("err"),
        Terminal::readSecret);
  }

  private static boolean hasConsole() {
    Optional<Console> console = Optional.ofNullable(System.console());
    // Since Java 22 there is a console without a terminal as well, and a method that tells.
    return console.isPresent() && (Runtime.version().feature() < 22 || isTerminal(console.get()));
  }

  private static boolean isTerminal(Console console) {
    try {
      return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  private static Optional<String> readSecret(String name) {
    if (!hasConsole()) {
      return Optional.empty();
    }
    return Optional.ofNullable(System.console())
        .flatMap(it -> Optional.ofNullable(it.readPassword("%s: ", name)))
        .map(String::new);
  }
}
