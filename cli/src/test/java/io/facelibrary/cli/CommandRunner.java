package io.facelibrary.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Runs commands in this process, all on one library. */
final class CommandRunner {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String library = UUID.randomUUID().toString();
  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, String> typed = new HashMap<>();
  private final StopSignal stopSignal = new StopSignal();
  private boolean isTerminal;

  CommandRunner() {
    environment.put("FACE_LIBRARY_PROVIDER", "kept");
    environment.put("FACE_LIBRARY_LIBRARY", library);
  }

  String library() {
    return library;
  }

  StopSignal stopSignal() {
    return stopSignal;
  }

  CommandRunner with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  CommandRunner without(String variable) {
    environment.remove(variable);
    return this;
  }

  CommandRunner onTerminal() {
    isTerminal = true;
    return this;
  }

  /** Types a secret when the command asks for it. */
  CommandRunner typing(String name, String secret) {
    typed.put(name, secret);
    return this;
  }

  /** Runs a command until it ends. */
  Ended run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(
            new PrintWriter(out),
            new PrintWriter(err),
            isTerminal,
            isTerminal,
            name -> Optional.ofNullable(typed.get(name)));
    int code = Program.run(new CommandContext(environment, terminal, stopSignal), arguments);
    return new Ended(code, out.toString(), err.toString());
  }

  /** The exit code and the output of a command. */
  record Ended(int code, String out, String err) {
    JsonNode json() {
      try {
        return JSON.readTree(out);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
