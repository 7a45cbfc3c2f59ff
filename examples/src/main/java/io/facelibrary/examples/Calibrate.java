package io.facelibrary.examples;

import io.facelibrary.FaceEmbedding;
import io.facelibrary.FaceEncoder;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.Similarity;
import io.facelibrary.SimilarityScale;
import io.facelibrary.Verdict;
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
    try (FaceEncoder encoder = FaceRecognizer.open()) {
      Optional<NewPng> plot = Stream.of(args).skip(1).findFirst().map(NewPng::named);
      Calibration calibration = Calibration.of(people(args, encoder));
      print(calibration, encoder);
      plot.ifPresent(
          png -> write(CalibrationPlot.of(calibration, suggested(calibration, encoder)), png));
    } catch (InvalidRequestException e) {
      System.out.println("Cannot calibrate: " + e.getMessage());
    } catch (UncheckedIOException e) {
      System.out.println("Cannot read or write: " + e.getCause());
    }
  }

  private static List<List<FaceEmbedding>> people(String[] args, FaceEncoder encoder) {
    if (args.length == 0) {
      System.out.println(
          "No folder given: using altered copies of two images, which prove nothing.");
      return List.of(copies("astronaut.png", encoder), copies("grace_hopper.jpg", encoder));
    }
    PeopleFolder folder = PeopleFolder.read(Path.of(args[0]), encoder);
    System.out.println(
        folder.images() + " images of " + folder.people().size() + " people are used.");
    System.out.println(folder.unused().size() + " files are not used:");
    folder.unused().forEach(line -> System.out.println("  " + line));
    return folder.people();
  }

  private static List<FaceEmbedding> copies(String name, FaceEncoder encoder) {
    BufferedImage image = AlteredCopies.read(Photos.path(name));
    List<FaceEmbedding> embeddings = new ArrayList<>();
    for (BufferedImage copy :
        List.of(
            image,
            AlteredCopies.mirrored(image),
            AlteredCopies.rotated(image, 15),
            AlteredCopies.darkened(image))) {
      embeddings.add(encoder.encodeOne(AlteredCopies.toPng(copy)).orThrow().get(0).embedding());
    }
    return embeddings;
  }

  private static void print(Calibration calibration, FaceEncoder encoder) {
    System.out.println(
        "Pairs: "
            + calibration.samePairs()
            + " of one person, "
            + calibration.differentPairs()
            + " of two");
    System.out.println("distance  similarity  false rejects    false accepts");
    for (int step = 6; step <= 18; step++) {
      double distance = step * 5 / 100.0;
      printLine(calibration, distance, encoder.similarity(distance));
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
          "Suggested: the model's %.2f; another suggestion needs %,d pairs of two people.",
          ofModel(encoder), Calibration.PAIRS_FOR_A_SUGGESTION);
    }
    print(
        "Its similarity, for a search: %.4f",
        encoder.similarity(suggested(calibration, encoder)).value());
  }

  private static void printLine(Calibration calibration, double distance, Similarity similarity) {
    print(
        "    %.2f      %.4f  %5d (%5.1f %%)  %6d (%6.2f %%)",
        distance,
        similarity.value(),
        calibration.falseRejects(distance),
        100 * calibration.falseRejectRate(distance),
        calibration.falseAccepts(distance),
        100 * calibration.falseAcceptRate(distance));
  }

  private static double suggested(Calibration calibration, FaceEncoder encoder) {
    return calibration.hasEnoughForASuggestion() ? calibration.suggestion() : ofModel(encoder);
  }

  /** Returns the largest distance, in hundredths, at which the model sees a match of two images. */
  private static double ofModel(FaceEncoder encoder) {
    SimilarityScale scale = encoder.model().scale().orElseThrow();
    int hundredths = 0;
    while (scale.verdict(encoder.similarity((hundredths + 1) / 100.0), 1) == Verdict.MATCH) {
      hundredths++;
    }
    return hundredths / 100.0;
  }

  private static void write(BufferedImage plot, NewPng png) {
    png.write(plot);
    System.out.println("Plot: " + png.file());
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
