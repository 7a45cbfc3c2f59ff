package io.facelibrary.examples;

import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.green.GreenServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * Serves a library in memory as Alibaba Cloud Green would, for programs on its official SDKs, until
 * Enter is pressed or the input ends.
 */
public final class ServeGreenLocally {
  private static final String KEYS =
      " FACE_LIBRARY_ACCESS_KEY_ID=test FACE_LIBRARY_ACCESS_KEY_SECRET=test";

  private ServeGreenLocally() {}

  /**
   * Runs it.
   *
   * @param args the port; without it, any that is free
   */
  public static void main(String[] args) {
    int port = args.length == 0 ? 0 : Integer.parseInt(args[0]);
    try (FaceLibrary library = FaceLibraries.open("inmemory", Map.of("profile", "green"));
        GreenServer server =
            GreenServer.builder().library(library).anonymous().port(port).start()) {
      String address = server.uri().getAuthority();
      System.out.println("Serving at http://" + address + " to this machine, whatever the key.");
      System.out.println("Java:   request.setSysEndpoint(\"" + address + "\"), protocol HTTP");
      System.out.println("Python: modify_point(\"Green\", \"cn-shanghai\", \"" + address + "\")");
      System.out.println("AliyunQuickStart FACE_LIBRARY_ENDPOINT=http://" + address + KEYS);
      System.out.println("Enter stops it.");
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
