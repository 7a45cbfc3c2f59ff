package io.facelibrary.testkit;

import io.facelibrary.AddFaces;
import io.facelibrary.AddFacesResult;
import io.facelibrary.Call;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.QueryFaces;
import io.facelibrary.QueryFacesResult;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Libraries that fail with a wrong kind or effect, or that publish secrets. */
final class FailingLiars {
  private FailingLiars() {}

  static Stream<Liar> all() {
    return Stream.of(aboutEffects(), aboutTheNetwork(), aboutSecrets()).flatMap(liars -> liars);
  }

  private static Stream<Liar> aboutEffects() {
    return Stream.of(
        Liar.of(
            "reports an unknown effect of a failed read",
            ErrorsContract.class,
            "hasNoEffectWhenAReadFails",
            honest -> new Rewording(honest, e -> failure(e, Effect.UNKNOWN, "failed"))),
        Liar.of(
            "reports an unknown effect of a refused write",
            ErrorsContract.class,
            "hasNoEffectWhenAWriteIsRefused",
            honest -> new Rewording(honest, e -> failure(e, Effect.UNKNOWN, "failed"))));
  }

  private static Stream<Liar> aboutTheNetwork() {
    return Stream.of(
            "isUnavailableWithoutEffectWhenTheConnectionIsRefused",
            "isUnavailableWithUnknownEffectWhenTheConnectionIsClosedWithoutAResponse",
            "isUnavailableWithUnknownEffectWhenTheResponseIsCutOff",
            "isTimedOutWithUnknownEffectWhenNoResponseArrivesInTime",
            "isThrottledWithoutEffectWhenThereWereTooManyCalls",
            "isUnauthenticatedWithoutEffectWhenTheCredentialsAreWrong")
        .flatMap(
            caughtBy ->
                Stream.of(
                    offNetwork(
                        "always fails with INTERNAL",
                        caughtBy,
                        Fault.before(ErrorKind.INTERNAL).withEffect(Effect.UNKNOWN)),
                    offNetwork(
                        "always reports a partial effect",
                        caughtBy,
                        Fault.before(ErrorKind.UNAVAILABLE).withEffect(Effect.PARTIAL))));
  }

  private static Liar offNetwork(String defect, String caughtBy, Fault always) {
    return new Liar(
        defect + ", " + caughtBy,
        ErrorsContract.class,
        caughtBy,
        () -> OffNetwork.failing(new NotebookHarness(Liar.DECLARED, it -> it), always));
  }

  private static Stream<Liar> aboutSecrets() {
    String key = NotebookHarness.KEY;
    return Stream.of(
        Liar.unguarded(
            "prints its key",
            SecretsContract.class,
            "printsNoSecretInItsOwnText",
            bare ->
                new ForwardingFaceLibrary(bare) {
                  @Override
                  public String toString() {
                    return "Library[key=" + key + "]";
                  }
                }),
        secretive(
            "puts its key into a message",
            "printsNoSecretInMessagesOfFailedCalls",
            honest -> new Rewording(honest, e -> failure(e, e.effect(), "signed with " + key))),
        secretive(
            "puts its key into the message of a cause",
            "printsNoSecretInMessagesOfFailedCalls",
            honest ->
                new Rewording(
                    honest,
                    e ->
                        FaceLibraryException.builder(e.kind(), e.effect(), "failed")
                            .cause(new IllegalArgumentException("GET /?key=" + key))
                            .build())),
        secretive(
            "writes its key to the log",
            "writesNoSecretToTheLogs",
            honest ->
                new Rewording(
                    honest,
                    e -> {
                      System.getLogger("liar").log(System.Logger.Level.DEBUG, "key " + key);
                      return e;
                    })),
        secretive(
            "prints its key",
            "writesNoSecretToTheLogs",
            honest ->
                new Rewording(
                    honest,
                    e -> {
                      System.err.println("key " + key);
                      return e;
                    })),
        secretive(
            "puts the person id into a message",
            "printsNoPersonIdInMessagesOfFailedCalls",
            Gossiping::new),
        secretive(
            "puts the URL of an image into a message",
            "printsNoUrlSignatureInResultsAndMessages",
            Gossiping::new),
        new Liar(
            "puts its key into a message when the service fails",
            SecretsContract.class,
            "printsNoSecretWhenTheServiceFails",
            () ->
                OffNetwork.opening(
                    new NotebookHarness(Liar.DECLARED, it -> it),
                    failing ->
                        new Rewording(
                            failing, e -> failure(e, e.effect(), "signed with " + key)))));
  }

  private static Liar secretive(String defect, String caughtBy, UnaryOperator<FaceLibrary> layer) {
    return Liar.of(defect, SecretsContract.class, caughtBy, layer);
  }

  private static FaceLibraryException failure(
      FaceLibraryException e, Effect effect, String message) {
    return FaceLibraryException.of(e.kind(), effect, message);
  }

  private static final class Rewording extends ForwardingFaceLibrary {
    private final UnaryOperator<FaceLibraryException> rewording;

    Rewording(FaceLibrary honest, UnaryOperator<FaceLibraryException> rewording) {
      super(honest);
      this.rewording = rewording;
    }

    @Override
    protected <T> T around(Call<T> call) {
      try {
        return call.proceed();
      } catch (FaceLibraryException e) {
        throw rewording.apply(e);
      }
    }
  }

  private static final class Gossiping extends ForwardingFaceLibrary {
    Gossiping(FaceLibrary honest) {
      super(honest);
    }

    @Override
    public QueryFacesResult queryFaces(QueryFaces request) {
      return rewording(request.person() + " is unknown", () -> super.queryFaces(request));
    }

    @Override
    public AddFacesResult addFaces(AddFaces request) {
      FaceImage image = request.images().get(0);
      String place = image instanceof FaceImage.Url at ? at.url().toString() : "memory";
      return rewording("cannot add " + place, () -> super.addFaces(request));
    }

    private static <T> T rewording(String message, Supplier<T> call) {
      try {
        return call.get();
      } catch (FaceLibraryException e) {
        throw failure(e, e.effect(), message);
      }
    }
  }
}
