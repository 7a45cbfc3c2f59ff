package io.facelibrary.cli;

import io.facelibrary.FaceLibrary;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.Secret;
import io.facelibrary.green.GreenServer;
import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves a library. */
@Command(
    name = "serve",
    description = {
      "Serve the library by the protocol of Alibaba Cloud's face library, until Ctrl-C.",
      "The secret of the key is read from the variable GREEN_ACCESS_KEY_SECRET, or asked for at the"
          + " terminal."
    },
    footer = "%nJSON: {\"uri\"}, as soon as requests are taken")
final class ServeCommand extends LibraryCommand {
  private static final String SECRET = "GREEN_ACCESS_KEY_SECRET";

  @Option(
      names = "--host",
      paramLabel = "NAME",
      description = "Where to listen; 127.0.0.1 unless given.")
  private String host = "127.0.0.1";

  @Option(
      names = "--port",
      paramLabel = "NUMBER",
      description = "The port; 8080 unless given, and 0 for a free one.")
  private int port = 8080;

  @Option(
      names = "--public-address",
      paramLabel = "URI",
      description = "The address by which others reach the server.")
  private Optional<URI> publicAddress = Optional.empty();

  @Option(names = "--anonymous", description = "Let everybody in, whatever they sign with.")
  private boolean anonymous;

  @Option(
      names = "--access-key-id",
      paramLabel = "ID",
      description = "Let those in who sign with this key.")
  private Optional<String> accessKeyId = Optional.empty();

  ServeCommand(CommandContext context) {
    super(context);
  }

  @Override
  ExitCode run(FaceLibrary library) {
    GreenServer.Builder builder = GreenServer.builder().library(library).host(host).port(port);
    publicAddress.ifPresent(builder::publicAddress);
    letIn(builder);
    try (GreenServer server = builder.start()) {
      Report report = output().report(context());
      report.field("uri", server.uri().toString());
      report.end();
      context().terminal().out().flush();
      context().stopSignal().await();
    }
    return ExitCode.OK;
  }

  private void letIn(GreenServer.Builder builder) {
    if (anonymous == accessKeyId.isPresent()) {
      throw InvalidRequestException.of(
          "--access-key-id", "must be given, or --anonymous, which lets everybody in");
    }
    if (anonymous) {
      builder.anonymous();
    }
    accessKeyId.ifPresent(id -> builder.credentials(id, Secret.of(secret())));
  }

  private String secret() {
    return Optional.ofNullable(context().environment().get(SECRET))
        .or(() -> context().terminal().secrets().apply("access-key-secret"))
        .orElseThrow(
            () -> InvalidRequestException.of(SECRET, "must be set, for the key to be checked"));
  }
}
