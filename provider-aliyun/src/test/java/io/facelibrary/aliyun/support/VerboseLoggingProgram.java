package io.facelibrary.aliyun.support;

import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Operation;
import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;

/** A program that logs at every level, and prints each outcome. */
public final class VerboseLoggingProgram {
  private VerboseLoggingProgram() {}

  /**
   * Calls every operation of some libraries.
   *
   * @param arguments an endpoint whose call shows that the loggers work, the token, and libraries
   *     as pairs of an endpoint and a response time-out
   */
  public static void main(String[] arguments) throws Exception {
    Logger root = Logger.getLogger("");
    root.setLevel(Level.ALL);
    ConsoleHandler all = new ConsoleHandler();
    all.setLevel(Level.ALL);
    root.addHandler(all);
    // Shows that the output would contain headers if a library logged them.
    try (CloseableHttpClient client = HttpClients.createDefault()) {
      HttpPost post = new HttpPost(arguments[0]);
      post.setHeader("Authorization", "header-of-another-client");
      client.execute(post).close();
    }
    for (int i = 2; i < arguments.length; i += 2) {
      try (FaceLibrary library =
          TestLibraries.open(
              arguments[i], "security-token", arguments[1], "response-timeout", arguments[i + 1])) {
        System.out.println(library);
        for (Operation operation : TestLibraries.CALLS) {
          call(library, operation);
        }
      }
    }
    System.exit(0);
  }

  private static void call(FaceLibrary library, Operation operation) {
    try {
      TestLibraries.call(library, operation);
      System.out.println("succeeded " + operation);
    } catch (FaceLibraryException e) {
      System.out.println("failed " + operation);
      e.printStackTrace(System.out);
    }
  }
}
