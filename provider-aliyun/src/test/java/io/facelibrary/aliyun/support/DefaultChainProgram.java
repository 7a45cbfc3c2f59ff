package io.facelibrary.aliyun.support;

import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import java.util.Map;

/** A program that sets no credentials, makes one write and prints its outcome. */
public final class DefaultChainProgram {
  private DefaultChainProgram() {}

  public static void main(String[] arguments) {
    try (FaceLibrary library = FaceLibraries.open("aliyun", Map.of("endpoint", arguments[0]))) {
      TestLibraries.write(library);
      System.out.println("succeeded");
    } catch (FaceLibraryException e) {
      System.out.println(e.kind() + " " + e.effect());
      e.printStackTrace(System.out);
    }
  }
}
