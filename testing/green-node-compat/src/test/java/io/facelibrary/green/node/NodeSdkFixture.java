package io.facelibrary.green.node;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.caoccao.javet.exceptions.JavetException;
import io.facelibrary.Box;
import io.facelibrary.FaceLibrary;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.Search;
import io.facelibrary.SearchResult;
import io.facelibrary.Secret;
import io.facelibrary.green.GreenServer;
import io.facelibrary.inmemory.InMemoryFaceLibrary;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A server, and Node.js in this process with the official SDK. */
abstract class NodeSdkFixture {
  private static EmbeddedNode node;

  final FaceLibrary library = InMemoryFaceLibrary.builder().greenLimits().open();
  private GreenServer server;
  NodeSdk sdk;

  @BeforeAll
  static void startNode() throws IOException, JavetException {
    boolean isMissing = System.getProperty("node.library", "none").equals("none");
    if (isMissing) {
      System.out.println("SKIPPED: no Node.js on Maven Central for this platform");
    }
    assumeFalse(isMissing, "no Node.js on Maven Central for this platform");
    Path folder = NodePackages.install();
    node = new EmbeddedNode(folder);
  }

  @AfterAll
  static void stopNode() throws JavetException {
    if (node != null) {
      node.close();
    }
  }

  @BeforeEach
  void start() {
    server =
        GreenServer.builder()
            .library(new BoxedFaces(library))
            .credentials(NodeSdk.KEY, NodeSdk.SECRET)
            .temporaryCredentials(
                "sts-key", NodeSdk.SECRET, Secret.of("sts-token"), Instant.now().plusSeconds(3600))
            .start();
    sdk = newSdk();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** Returns an SDK that is configured for the server. */
  final NodeSdk newSdk() {
    return new NodeSdk(node, server.uri());
  }

  /** Returns the URL of the server. */
  final String serverUrl() {
    return server.uri().toString();
  }

  /** Runs a program and returns its result. */
  final String run(String program) throws JavetException {
    return node.await(program);
  }

  /** Adds boxes to the matches of a search, because the in-memory library has none. */
  private static final class BoxedFaces extends ForwardingFaceLibrary {
    private BoxedFaces(FaceLibrary library) {
      super(library);
    }

    @Override
    public SearchResult search(Search request) {
      SearchResult result = super.search(request);
      return result.withFaces(
          result.faces().stream().map(face -> face.withBox(new Box(1, 2, 30, 40))).toList());
    }
  }
}
