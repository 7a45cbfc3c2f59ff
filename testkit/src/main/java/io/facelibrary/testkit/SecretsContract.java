package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.facelibrary.AddFaces;
import io.facelibrary.Capability;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.GroupId;
import io.facelibrary.Operation;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Credentials, signatures, images and person ids appear in no text that a program may print. */
interface SecretsContract extends ContractPart {

  /** Returns the secrets of the harness, and the start of the image's content as text. */
  private Set<String> secrets(FaceImage image) {
    Set<String> secrets = new HashSet<>(harness().secrets());
    if (image instanceof FaceImage.Bytes content) {
      secrets.add(Base64.getEncoder().encodeToString(content.bytes()).substring(0, 64));
    }
    assumeFalse(secrets.isEmpty(), "the harness names no secret, and provides images by URL only");
    return secrets;
  }

  /** Makes every call, and collects the texts of every exception and its causes. */
  private void collect(Leaks texts, FaceLibrary library, PersonId person, FaceImage image) {
    GroupId group = fixtures().newGroupId();
    for (Operation operation : Operations.offeredBy(library)) {
      try {
        Operations.call(library, operation, person, group, image);
      } catch (FaceLibraryException e) {
        texts.add("message of " + operation, e.toString());
        for (Throwable it = e.getCause(); it != null; it = it.getCause()) {
          texts.add("message of a cause of " + operation, it.toString());
        }
      }
    }
  }

  @Test
  @Promise(25)
  default void printsNoSecretInItsOwnText() {
    Leaks texts = new Leaks();
    texts.add("toString of the library", library().toString());
    texts.add("toString of the capabilities", library().capabilities().toString());

    texts.assertNone(secrets(fixtures().newImage()));
  }

  @Test
  @Promise(25)
  default void printsNoSecretInMessagesOfFailedCalls() {
    FaceImage image = fixtures().newImage();
    Leaks texts = new Leaks();

    collect(texts, library(), fixtures().newPersonId(), image);

    assertThat(texts.size()).isPositive();
    texts.assertNone(secrets(image));
  }

  @Test
  @Promise(25)
  default void printsNoPersonIdInMessagesOfFailedCalls() {
    PersonId unknown = fixtures().newPersonId();
    Leaks texts = new Leaks();

    collect(texts, library(), unknown, fixtures().newImage());

    texts.assertNone(Set.of(unknown.value()));
  }

  @Test
  @Promise(25)
  default void printsNoUrlSignatureInResultsAndMessages() {
    assume().offers(Capability.IMAGE_URL);
    String signature = UUID.randomUUID().toString();
    FaceImage.Url signed =
        FaceImage.at(harness().freshImageUrl().url() + "?Signature=" + signature);
    assume().urlLengthOf(signed);
    GroupId group = fixtures().newGroupId();
    PersonId person = fixtures().addPersonTo(group);
    Leaks texts = new Leaks();

    texts.add("result of addFaces", library().addFaces(AddFaces.of(person, signed)).toString());
    texts.add("result of queryFaces", library().queryFaces(QueryFaces.allOf(person)).toString());
    collect(texts, library(), fixtures().newPersonId(), signed);
    if (library().capabilities().offers(Capability.SEARCH)) {
      fixtures().waitForSearch();
      texts.add("result of search", library().search(fixtures().search(signed, group)).toString());
    }

    texts.assertNone(Set.of(signature));
  }

  @Test
  @Promise(25)
  default void printsNoSecretWhenTheServiceFails() {
    NetworkFaults faults = assume().remote();
    List<Supplier<FaceLibrary>> faulty =
        List.of(
            faults::openWithRefusedConnection,
            faults::openWithClosedConnection,
            faults::openWithCutResponse,
            faults::openWithThrottling,
            faults::openWithWrongCredentials);
    for (Supplier<FaceLibrary> open : faulty) {
      try (FaceLibrary library = open.get()) {
        FaceImage image = harness().freshImage(library);
        Leaks texts = new Leaks();

        collect(texts, library, harness().freshPerson(), image);

        assertThat(texts.size()).isPositive();
        texts.assertNone(secrets(image));
      }
    }
  }

  @Test
  @Promise(25)
  default void writesNoSecretToTheLogs() {
    FaceImage image = fixtures().newImage();
    PersonId person = fixtures().addPerson();

    List<String> written =
        LogCapture.during(
            () -> {
              fixtures().addFace(person, image);
              collect(new Leaks(), library(), person, image);
              collect(new Leaks(), library(), harness().freshPerson(), image);
              library().queryFaces(QueryFaces.of(fixtures().addPerson(), FaceId.of("1")));
            });

    Leaks texts = new Leaks();
    written.forEach(text -> texts.add("the log or the output", text));
    texts.assertNone(secrets(image));
  }
}
