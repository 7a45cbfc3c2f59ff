package io.facelibrary.examples;

import io.facelibrary.inmemory.InMemory;
import java.nio.file.Files;
import java.nio.file.Path;

/** Stands where the first program will. */
public final class QuickStart {
  private QuickStart() {}

  /**
   * Runs it.
   *
   * @param args none
   */
  public static void main(String[] args) {
    System.out.println("four: " + InMemory.fourTimes(1));
    System.out.println("at the root: " + Files.exists(Path.of("bom/pom.xml")));
  }
}
