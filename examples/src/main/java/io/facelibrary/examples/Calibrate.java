package io.facelibrary.examples;

import io.facelibrary.FaceEmbedding;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.recognition.FaceDistance;
import io.facelibrary.recognition.FaceRecognizer;
import java.awt.image.BufferedImage;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Counts the errors of recognition on the user's own images, by distance, and draws them. Without a
 * folder it uses altered copies of two images, which demonstrates the output and proves nothing.
 */
public final class Calibrate {
  private Calibrate() {}

  /**
   * Runs the program.
   *
   * @param args a folder with a folder of images for each person, and a new PNG file for the plot;
   *     both are optional
   */
  public static void main(String[] args) {
    try (FaceRecognizer recognizer = FaceRecognizer.open()) {
      Optional<NewPng> plot = Stream.of(args).skip(1).findFirst().map(NewPng::named);
      Calibration calibration = Calibration.of(people(args, recognizer));
      print(calibration);
      plot.ifPresent(png -> write(CalibrationPlot.of(calibration, suggested(calibration)), png));
    } catch (InvalidRequestException e) {
      System.out.println("Cannot calibrate: " + e.getMessage());
    } catch (UncheckedIOException e) {
      System.out.println("Cannot read or write: " + e.getCause());
    }
  }

  private static List<List<FaceEmbedding>> people(String[] args, FaceRecognizer recognizer) {
    if (args.length == 0) {
      System.out.println(
          "No folder given: using altered copies of two images, which prove nothing.");
      return List.of(copies("astronaut.png", recognizer), copies("grace_hopper.jpg", recognizer));
    }
    PeopleFolder folder = PeopleFolder.read(Path.of(args[0]), recognizer);
    System.out.println(
        folder.images() + " images of " + folder.people().size() + " people are used.");
    System.out.println(folder.unused().size() + " files are not used:");
    folder.unused().forEach(line -> System.out.println("  " + line));
    return folder.people();
  }

  private static List<FaceEmbedding> copies(String name, FaceRecognizer recognizer) {
    BufferedImage image = AlteredCopies.read(Photos.path(name));
    List<FaceEmbedding> embeddings = new ArrayList<>();
    for (BufferedImage copy :
        List.of(
            image,
            AlteredCopies.mirrored(image),
            AlteredCopies.rotated(image, 15),
            AlteredCopies.darkened(image))) {
      embeddings.add(recognizer.encodeOne(AlteredCopies.toPng(copy)).orThrow().embedding());
    }
    return embeddings;
  }

  private static void print(Calibration calibration) {
    System.out.println(
        "Pairs: "
            + calibration.samePairs()
            + " of one person, "
            + calibration.differentPairs()
            + " of two");
    System.out.println("distance  similarity  false rejects    false accepts");
    for (int step = 6; step <= 18; step++) {
      double distance = step * 5 / 100.0;
      printLine(calibration, distance);
    }
    print(
        "Equal error rate: %.2f %%, at distance %.2f",
        100 * calibration.equalErrorRate(), calibration.equalErrorDistance());
    print(
        "Without an error, the rates are below %.2g %% and %.2g %% with 95 %% confidence.",
        100 * Calibration.possibleRate(calibration.samePairs()),
        100 * Calibration.possibleRate(calibration.differentPairs()));
    System.out.println(
        "This is the best case, because pairs that share an image are not independent.");
    if (calibration.hasEnoughForASuggestion()) {
      print(
          "Suggested: %.2f, which accepts at most 0.1 %% of the pairs of two people.",
          calibration.suggestion());
    } else {
      print(
          "Suggested: the default %.2f; another suggestion needs %,d pairs of two people.",
          FaceDistance.SURE, Calibration.PAIRS_FOR_A_SUGGESTION);
    }
  }

  private static void printLine(Calibration calibration, double distance) {
    print(
        "    %.2f      %.4f  %5d (%5.1f %%)  %6d (%6.2f %%)",
        distance,
        FaceDistance.toSimilarity(distance).value(),
        calibration.falseRejects(distance),
        100 * calibration.falseRejectRate(distance),
        calibration.falseAccepts(distance),
        100 * calibration.falseAcceptRate(distance));
  }

  private static double suggested(Calibration calibration) {
    return calibration.hasEnoughForASuggestion() ? calibration.suggestion() : FaceDistance.SURE;
  }

  private static void write(BufferedImage plot, NewPng png) {
    png.write(plot);
    System.out.println("Plot: " + png.file());
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
