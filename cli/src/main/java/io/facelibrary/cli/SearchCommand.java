package io.facelibrary.cli;

import io.facelibrary.Box;
import io.facelibrary.Candidate;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceMatch;
import io.facelibrary.Search;
import io.facelibrary.SearchResult;
import io.facelibrary.Similarity;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds the persons in an image. */
@Command(
    name = "search",
    description = "Find the persons in an image: for each face, the most similar persons first.",
    footer = {
      "%nJSON: {\"model\", \"faces\": [{\"number\", \"x\", \"y\", \"width\", \"height\"}],"
          + " \"candidates\": [{\"number\", \"person\", \"similarity\", \"face\"}]}",
      "number is the position of the face in the image, from 1. model, x, y, width and height (in"
          + " pixels) are null if the provider does not return them. An empty result is not an error."
    })
final class SearchCommand extends LibraryCommand {
  @Parameters(
      paramLabel = "IMAGE",
      description = "An image file, or a URL if the provider accepts URLs.")
  private String image = "";

  @Mixin private GroupOptions groups = new GroupOptions();

  @Option(
      names = {"-n", "--top"},
      paramLabel = "COUNT",
      description = "The maximum number of persons per face, 1 to 1000. The default is 5.")
  private int top = 5;

  @Option(
      names = "--min-similarity",
      paramLabel = "SIMILARITY",
      description = "Only persons with at least this similarity, 0 to 1. The default is 0.")
  private double minSimilarity;

  SearchCommand(CommandContext context) {
    super(context);
  }

  @Override
  ExitCode run(FaceLibrary library) {
    FaceImage query = ImageArguments.read(image);
    SearchResult result =
        library.search(new Search(query, groups.orDefault(), top, Similarity.of(minSimilarity)));
    Report report = output().report(context());
    report.field("model", result.model());
    report.rows("faces", List.of("number", "x", "y", "width", "height"));
    for (int i = 0; i < result.matches().size(); i++) {
      Optional<Box> box = result.matches().get(i).box();
      report.row(
          i + 1, box.map(Box::x), box.map(Box::y), box.map(Box::width), box.map(Box::height));
    }
    report.endRows();
    report.rows("candidates", List.of("number", "person", "similarity", "face"));
    for (int i = 0; i < result.matches().size(); i++) {
      addRows(report, i + 1, result.matches().get(i));
    }
    report.endRows();
    if (result.best().isEmpty()) {
      report.say("No person was found.");
    }
    report.end();
    return ExitCode.OK;
  }

  private static void addRows(Report report, int number, FaceMatch match) {
    for (Candidate candidate : match.candidates()) {
      report.row(
          number,
          candidate.person().value(),
          candidate.similarity().value(),
          candidate.face().value());
    }
  }
}
