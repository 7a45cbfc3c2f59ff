package io.facelibrary.examples;

import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.InvalidRequestException;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Opens the library that the environment names. Another provider needs another value of {@code
 * FACE_LIBRARY_PROVIDER} and another artifact on the class path, but no other code.
 */
public final class SwitchProviderBySetting {
  private SwitchProviderBySetting() {}

  /**
   * Runs the program.
   *
   * @param args variables such as {@code FACE_LIBRARY_PROVIDER=inmemory}, which override those of
   *     the environment
   */
  public static void main(String[] args) {
    Map<String, String> environment = new TreeMap<>(System.getenv());
    for (String variable : args) {
      int equals = variable.indexOf('=');
      environment.put(variable.substring(0, equals), variable.substring(equals + 1));
    }

    try (FaceLibrary library = FaceLibraries.fromEnvironment(environment)) {
      OptionalInt most = library.capabilities().limits().facesPerPerson();
      System.out.println(
          "Faces per person: " + (most.isPresent() ? "at most " + most.getAsInt() : "no limit"));
    } catch (InvalidRequestException e) {
      System.out.println("Wrong setting: " + e.getMessage());
    }
  }
}
