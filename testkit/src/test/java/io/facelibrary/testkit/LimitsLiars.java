package io.facelibrary.testkit;

import io.facelibrary.AddPerson;
import io.facelibrary.Capabilities;
import io.facelibrary.FaceLibrary;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.ImageFormat;
import io.facelibrary.Limits;
import java.util.Set;
import java.util.stream.Stream;

/** Libraries that ignore a limit that they declare, or respect a smaller one. */
final class LimitsLiars {
  private LimitsLiars() {}

  private static Capabilities declared(Limits.Builder limits) {
    return Offered.within(limits.build());
  }

  private static Liar unguarded(String defect, String caughtBy, Limits.Builder limits) {
    Capabilities declared = declared(limits);
    return Liar.unguarded(
        defect, LimitsContract.class, caughtBy, bare -> new Declaring(bare, declared));
  }

  private static Liar guarded(String defect, String caughtBy, Limits.Builder limits) {
    Capabilities declared = declared(limits);
    return Liar.with(
        Offered.ALL, defect, LimitsContract.class, caughtBy, bare -> new Declaring(bare, declared));
  }

  static Stream<Liar> all() {
    return Stream.of(
        unguarded(
            "accepts a long name", "refusesANameThatIsTooLong", Limits.builder().nameLength(5)),
        unguarded(
            "accepts a long note", "refusesANoteThatIsTooLong", Limits.builder().noteLength(0)),
        Liar.of(
            "cuts a long name", LimitsContract.class, "acceptsTextsAtTheirLimits", Cutting::new),
        unguarded(
            "accepts too many groups of a person",
            "refusesARequestWithMoreGroupsThanAPersonMayHave",
            Limits.builder().groupsPerPerson(2)),
        guarded(
            "joins too many groups",
            "joinsNoGroupWhenAPersonWouldHaveTooMany",
            Limits.builder().groupsPerPerson(2)),
        unguarded(
            "accepts every format",
            "refusesAnImageInAFormatThatIsNotAccepted",
            Limits.builder().imageFormats(Set.of(ImageFormat.PNG))),
        guarded(
            "looks at every face of an image",
            "looksAtNoMoreFacesOfAnImageThanItsLimit",
            Limits.builder().facesPerSearch(2)));
  }

  private static final class Cutting extends ForwardingFaceLibrary {
    Cutting(FaceLibrary honest) {
      super(honest);
    }

    @Override
    public void addPerson(AddPerson request) {
      super.addPerson(request.withName(Fixtures.cut(request.name(), 20)));
    }
  }
}
