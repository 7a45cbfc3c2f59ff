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

/** Finds out who is in a picture. */
@Command(
    name = "search",
    description = "Find out who is in a picture, best first, for each face in it.",
    footer = {
      "%nJSON: {\"model\", \"faces\": [{\"number\", \"x\", \"y\", \"width\", \"height\"}],"
          + " \"candidates\": [{\"number\", \"person\", \"similarity\", \"face\"}]}",
      "number counts the faces in the picture from 1; model, x, y, width and height (in pixels) are"
          + " null where the provider does not tell. That nobody is found is no error."
    })
final class SearchCommand extends LibraryCommand {
  @Parameters(paramLabel = "PICTURE", description = "A file, or an address if the provider does.")
  private String picture = "";

  @Mixin private GroupOptions groups = new GroupOptions();

  @Option(
      names = {"-n", "--top"},
      paramLabel = "COUNT",
      description = "At most so many persons for each face, 1 to 1000; 5 unless given.")
  private int top = 5;

  @Option(
      names = "--at-least",
      paramLabel = "SIMILARITY",
      description = "Only persons at least this similar, 0 to 1; 0 unless given.")
  private double atLeast;

  SearchCommand(CommandContext shell) {
    super(shell);
  }

  @Override
  ExitCode run(FaceLibrary library) {
    FaceImage image = ImageArguments.read(picture);
    SearchResult result =
        library.search(new Search(image, groups.orDefault(), top, Similarity.of(atLeast)));
    Report report = output().report(shell());
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
      tell(report, i + 1, result.matches().get(i));
    }
    report.endRows();
    if (result.best().isEmpty()) {
      report.say("Nobody was found.");
    }
    report.end();
    return ExitCode.OK;
  }

  private static void tell(Report report, int number, FaceMatch match) {
    for (Candidate candidate : match.candidates()) {
      report.row(
          number,
          candidate.person().value(),
          candidate.similarity().value(),
          candidate.face().value());
    }
  }
}
