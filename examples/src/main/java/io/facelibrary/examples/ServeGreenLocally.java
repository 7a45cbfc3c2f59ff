package io.facelibrary.examples;

import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.green.GreenServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * Serves an in-memory library over the protocol of Alibaba Cloud Green, for programs that use its
 * official SDKs. Stops when Enter is pressed or the input ends.
 */
public final class ServeGreenLocally {
  private static final String KEYS =
      " FACE_LIBRARY_ACCESS_KEY_ID=test FACE_LIBRARY_ACCESS_KEY_SECRET=test";

  private ServeGreenLocally() {}

  /**
   * Runs the program.
   *
   * @param args the port; without it, a free port
   */
  public static void main(String[] args) {
    int port = args.length == 0 ? 0 : Integer.parseInt(args[0]);
    try (FaceLibrary library = FaceLibraries.open("inmemory", Map.of("profile", "green"));
        GreenServer server =
            GreenServer.builder().library(library).anonymous().port(port).start()) {
      String host = server.uri().getAuthority();
      System.out.println("Serving at http://" + host + " on this machine; any key is accepted.");
      System.out.println("Java:   request.setSysEndpoint(\"" + host + "\"), protocol HTTP");
      System.out.println("Python: modify_point(\"Green\", \"cn-shanghai\", \"" + host + "\")");
      System.out.println("AliyunQuickStart FACE_LIBRARY_ENDPOINT=http://" + host + KEYS);
      System.out.println("Press Enter to stop.");
      waitForEnter();
    }
  }

  private static void waitForEnter() {
    try {
      int unused = System.in.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
