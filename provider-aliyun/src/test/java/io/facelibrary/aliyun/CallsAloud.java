package io.facelibrary.aliyun;

import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Operation;
import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;

/** A program that logs all there is to log, and prints whatever it meets. */
final class CallsAloud {
  private CallsAloud() {}

  /** Its arguments: an endpoint to know the loggers by, the token, and endpoints to call. */
  public static void main(String[] arguments) throws Exception {
    Logger root = Logger.getLogger("");
    root.setLevel(Level.ALL);
    ConsoleHandler all = new ConsoleHandler();
    all.setLevel(Level.ALL);
    root.addHandler(all);
    // Shows that headers would be seen here if somebody logged them.
    try (CloseableHttpClient usual = HttpClients.createDefault()) {
      HttpPost post = new HttpPost(arguments[0]);
      post.setHeader("Authorization", "header-of-somebody-else");
      usual.execute(post).close();
    }
    for (int i = 2; i < arguments.length; i++) {
      try (FaceLibrary library =
          Opened.at(arguments[i], "security-token", arguments[1], "answer-timeout", "200ms")) {
        System.out.println(library);
        for (Operation operation : Operation.values()) {
          call(library, operation);
        }
      }
    }
    System.exit(0);
  }

  private static void call(FaceLibrary library, Operation operation) {
    try {
      Opened.call(library, operation);
      System.out.println("answered " + operation);
    } catch (FaceLibraryException e) {
      System.out.println("failed " + operation);
      e.printStackTrace(System.out);
    }
  }
}
