package io.facelibrary.green;

import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.PersonId;
import io.facelibrary.green.internal.auth.ReceivedRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;

/** The pages for operators. Health and metrics need no authentication. */
final class StatusPages {
  private static final String PLAIN = "text/plain; charset=utf-8";
  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

  /** Looked up to check that the library responds; it does not matter whether the person exists. */
  private static final PersonId PROBE = PersonId.of("readyz");

  private final FaceLibrary library;
  private final Optional<Supplier<String>> metrics;
  private final Optional<AdminHandler> admin;

  StatusPages(
      FaceLibrary library, Optional<Supplier<String>> metrics, Optional<AdminHandler> admin) {
    this.library = library;
    this.metrics = metrics;
    this.admin = admin;
  }

  /** Returns the page at the path of a request; empty if there is none. */
  Optional<HttpReply> handle(ReceivedRequest request) {
    if (request.path().startsWith(AdminHandler.PREFIX)) {
      return admin.map(handler -> handler.handle(request));
    }
    if (!request.method().equals("GET")) {
      return Optional.empty();
    }
    return switch (request.path()) {
      case "/healthz" -> Optional.of(page(200, PLAIN, "ok\n"));
      case "/readyz" -> Optional.of(readiness());
      case "/metrics" -> metrics.map(text -> page(200, PROMETHEUS, text.get()));
      default -> Optional.empty();
    };
  }

  private HttpReply readiness() {
    try {
      var unused = library.findPerson(PROBE);
      return page(200, PLAIN, "ok\n");
    } catch (FaceLibraryException e) {
      return page(503, PLAIN, "the library is not available: " + e.kind() + "\n");
    }
  }

  private static HttpReply page(int status, String type, String text) {
    return HttpReply.of(
        status, type, text.getBytes(StandardCharsets.UTF_8), Integer.toString(status));
  }
}
