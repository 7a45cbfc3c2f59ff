package io.facelibrary.cli;

import io.facelibrary.Box;
import io.facelibrary.Candidate;
import io.facelibrary.FaceId;
import io.facelibrary.FaceLibrary;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.PersonId;
import io.facelibrary.Search;
import io.facelibrary.SearchResult;
import io.facelibrary.SearchedFace;
import io.facelibrary.Similarity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds the persons in an image. */
@Command(
    name = "search",
    description = {
      "Find the persons in an image: for each face, the most similar persons first.",
      "Only matches are returned, as the library judges them. If nobody was found, the exit code is"
          + " 6.",
      "A library that cannot judge needs a number: --min-similarity, or the setting match-similarity,"
          + " such as --set match-similarity=0.8."
    },
    footer = {
      "%nJSON: {\"model\", \"faces\": [{\"number\", \"x\", \"y\", \"width\", \"height\", \"quality\","
          + " \"compared\"}], \"candidates\": [{\"number\", \"person\", \"similarity\", \"verdict\","
          + " \"expectedStrangers\", \"face\"}]}",
      "number is the position of the face in the image, from 1. quality is from 0 to 1. compared is the"
          + " number of faces that the face was compared with.",
      "verdict is match, possible, unlikely, or unjudged if the library cannot judge."
          + " expectedStrangers is how many strangers would be at least this similar, on average.",
      "x, y, width and height are in pixels. A value that the provider does not return is null."
    })
final class SearchCommand extends LibraryCommand {
  @Parameters(
      paramLabel = "IMAGE",
      description = "An image file, or a URL if the provider accepts URLs.")
  private String image = "";

  @Mixin private GroupOptions groups = new GroupOptions();

  @Option(
      names = "--person",
      paramLabel = "PERSON",
      description =
          "Only this person; may be repeated. With one person, the command checks whether the image"
              + " shows that person.")
  private List<String> persons = List.of();

  @Option(
      names = {"-n", "--top"},
      paramLabel = "COUNT",
      description = "The maximum number of persons per face, 1 to 1000. The default is 5.")
  private int top = 5;

  @ArgGroup private Least least = new Least();

  /** Returns more than matches. Only one of the options may be given. */
  static final class Least {
    @Option(
        names = "--also-possible",
        description = "Also persons who may match. Review them: they may be strangers.")
    private boolean alsoPossible;

    @Option(
        names = "--min-similarity",
        paramLabel = "SIMILARITY",
        description =
            "Persons with at least this similarity, 0 to 1, however the library judges them. 0"
                + " returns everybody, even strangers.")
    private Optional<Double> minSimilarity = Optional.empty();

    Search apply(Search search) {
      Search asked = alsoPossible ? search.alsoPossible() : search;
      return minSimilarity.map(Similarity::of).map(asked::withMinSimilarity).orElse(asked);
    }
  }

  SearchCommand(CommandContext context) {
    super(context);
  }

  @Override
  ExitCode run(FaceLibrary library) {
    SearchResult result = search(library, request());
    Report report = output().report(context());
    report.field("model", result.model());
    List<SearchedFace> faces = result.faces();
    report.rows("faces", List.of("number", "x", "y", "width", "height", "quality", "compared"));
    for (int i = 0; i < faces.size(); i++) {
      addFace(report, i + 1, faces.get(i));
    }
    report.endRows();
    report.rows(
        "candidates",
        List.of("number", "person", "similarity", "verdict", "expectedStrangers", "face"));
    for (int i = 0; i < faces.size(); i++) {
      addCandidates(report, i + 1, faces.get(i));
    }
    report.endRows();
    boolean isNobody = result.best().isEmpty();
    if (isNobody) {
      report.say("Nobody was found.");
    }
    report.end();
    return isNobody ? ExitCode.NOBODY_FOUND : ExitCode.OK;
  }

  private Search request() {
    Search search =
        least
            .apply(Search.of(ImageArguments.read(image)).withGroups(groups.orDefault()))
            .withTopK(top);
    Set<PersonId> among = new LinkedHashSet<>();
    persons.forEach(person -> among.add(PersonId.of(person)));
    return among.isEmpty() ? search : search.withPersons(among);
  }

  private static SearchResult search(FaceLibrary library, Search request) {
    try {
      return library.search(request);
    } catch (InvalidRequestException e) {
      if (e.field().equals("minSimilarity") && request.minSimilarity().isEmpty()) {
        throw InvalidRequestException.of(
            e.field(), e.rule() + ", as in --set match-similarity=0.8; or use --min-similarity");
      }
      throw e;
    }
  }

  private static void addFace(Report report, int number, SearchedFace face) {
    Optional<Box> box = face.box();
    report.row(
        number,
        box.map(Box::x),
        box.map(Box::y),
        box.map(Box::width),
        box.map(Box::height),
        face.quality().stream().boxed().findFirst(),
        face.compared().stream().boxed().findFirst());
  }

  private static void addCandidates(Report report, int number, SearchedFace face) {
    for (Candidate candidate : face.candidates()) {
      report.row(
          number,
          candidate.person().value(),
          candidate.similarity().value(),
          Words.of(candidate.verdict()),
          candidate.expectedStrangers().stream().boxed().findFirst(),
          candidate.face().map(FaceId::value));
    }
  }
}
