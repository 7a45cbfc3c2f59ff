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
 * The standard streams of a command. All text is UTF-8, because programs read it and a pipe has no
 * locale.
 *
 * @param out the result; a write that fails throws {@link OutputClosedException}
 * @param err everything else
 * @param outIsTerminal whether {@code out} is a terminal
 * @param errIsTerminal whether {@code err} is a terminal
 * @param secrets asks for a secret without showing it; returns empty if there is no terminal
 */
record Terminal(
    PrintWriter out,
    PrintWriter err,
    boolean outIsTerminal,
    boolean errIsTerminal,
    Function<String, Optional<String>> secrets) {

  /**
   * The streams that are terminals, such as {@code out,err}. The launcher sets this property,
   * because Java before 22 cannot distinguish the streams.
   */
  private static final String TERMINALS = "face-library.terminals";

  static Terminal ofProcess() {
    Optional<String> known = Optional.ofNullable(System.getProperty(TERMINALS));
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
    // Since Java 22 there may be a console without a terminal, and a method to find out.
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
