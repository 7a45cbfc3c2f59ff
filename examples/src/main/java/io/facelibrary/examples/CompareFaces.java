package io.facelibrary.examples;

import io.facelibrary.FaceEmbedding;
import io.facelibrary.FaceEncoder;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Similarity;
import io.facelibrary.Verdict;
import io.facelibrary.recognition.FaceRecognizer;
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
    try (FaceEncoder encoder = FaceRecognizer.open()) {
      FaceEmbedding first = encode(args[0], encoder);
      FaceEmbedding second = encode(args[1], encoder);
      Similarity similarity = encoder.similarity(first, second);
      Verdict verdict = encoder.model().scale().orElseThrow().verdict(similarity, 1);
      print("Distance:   %.2f", first.distanceTo(second));
      print("Similarity: %.2f", similarity.value());
      print("Verdict:    %s", text(verdict));
    } catch (FaceLibraryException e) {
      System.out.println("Refused, " + e.kind() + ": " + e.getMessage());
    } catch (UncheckedIOException e) {
      System.out.println("Cannot read: " + e.getMessage());
    }
  }

  private static String text(Verdict verdict) {
    return switch (verdict) {
      case MATCH -> "the same person";
      case POSSIBLE -> "perhaps the same person";
      case UNLIKELY, UNJUDGED -> "two people";
    };
  }

  private static void print(String format, Object value) {
    System.out.println(String.format(Locale.ROOT, format, value));
  }

  /** Reads the file, or the image of that name in {@code examples/photos}. */
  private static FaceEmbedding encode(String file, FaceEncoder encoder) {
    Path given = Path.of(file);
    Path path = given.toFile().exists() ? given : Photos.path(file);
    try {
      return encoder.encodeOne(FaceImage.read(path)).orThrow().get(0).embedding();
    } catch (FaceLibraryException | UncheckedIOException e) {
      System.out.println("In " + file + ":");
      throw e;
    }
  }
}
