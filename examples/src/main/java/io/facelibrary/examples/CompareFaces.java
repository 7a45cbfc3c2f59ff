package io.facelibrary.examples;

import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.recognition.FaceDistance;
import io.facelibrary.recognition.FaceRecognizer;
import io.facelibrary.recognition.RecognizedFace;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;

/** Prints the similarity of the faces in two images. */
public final class CompareFaces {
  private CompareFaces() {}

  /**
   * Runs the program.
   *
   * @param args two files, each with one face
   */
  public static void main(String[] args) {
    if (args.length != 2) {
      System.out.println("Usage: CompareFaces FILE FILE, each with one face.");
      return;
    }
    try (FaceRecognizer recognizer = FaceRecognizer.open()) {
      RecognizedFace first = recognize(args[0], recognizer);
      RecognizedFace second = recognize(args[1], recognizer);
      double distance = first.distanceTo(second);
      System.out.println(String.format(Locale.ROOT, "Distance:   %.2f", distance));
      System.out.println(
          String.format(
              Locale.ROOT, "Similarity: %.2f", FaceDistance.toSimilarity(distance).value()));
      System.out.println("Verdict:    " + verdict(distance));
    } catch (FaceLibraryException e) {
      System.out.println("Refused, " + e.kind() + ": " + e.getMessage());
    } catch (UncheckedIOException e) {
      System.out.println("Cannot read: " + e.getMessage());
    }
  }

  static String verdict(double distance) {
    if (distance <= FaceDistance.SURE) {
      return "the same person";
    }
    return distance <= FaceDistance.MAYBE ? "perhaps the same person" : "two people";
  }

  /** Reads the file, or the image of that name in {@code examples/photos}. */
  private static RecognizedFace recognize(String file, FaceRecognizer recognizer) {
    Path given = Path.of(file);
    Path path = given.toFile().exists() ? given : Photos.path(file);
    try {
      return recognizer.encodeOne(FaceImage.read(path)).orThrow();
    } catch (FaceLibraryException | UncheckedIOException e) {
      System.out.println("In " + file + ":");
      throw e;
    }
  }
}
