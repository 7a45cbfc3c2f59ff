package io.facelibrary.aliyun;

import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import java.util.Map;

/** A program that says no credentials, makes one write and prints what became of it. */
final class CallsByDefaultChain {
  private CallsByDefaultChain() {}

  public static void main(String[] arguments) {
    long start = System.nanoTime();
    try (FaceLibrary library = FaceLibraries.open("aliyun", Map.of("endpoint", arguments[0]))) {
      Opened.write(library);
      System.out.println("answered");
    } catch (FaceLibraryException e) {
      System.out.println(e.kind() + " " + e.effect());
      e.printStackTrace(System.out);
    }
    System.out.println("took " + (System.nanoTime() - start) / 1_000_000 + " ms");
  }
}
