package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
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
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** That credentials, signatures, pictures and ids of persons stay where they belong. */
interface SecretsContract extends ContractPart {

  /** What may not be seen: the harness's secrets, and texts that name a picture's content. */
  private Set<String> hidden(FaceImage image) {
    Set<String> hidden = new HashSet<>(harness().secrets());
    if (image instanceof FaceImage.Bytes content) {
      hidden.add(Base64.getEncoder().encodeToString(content.bytes()).substring(0, 64));
    }
    assumeFalse(hidden.isEmpty(), "the harness names no secret and gives pictures by address");
    return hidden;
  }

  /** Makes every call, well and badly, and returns what a careless program would print. */
  private List<String> printedByCalls(FaceLibrary library, PersonId person, FaceImage image) {
    List<String> printed = new ArrayList<>();
    GroupId group = given().group();
    for (Operation operation : Operations.offeredBy(library)) {
      try {
        Operations.call(library, operation, person, group, image);
      } catch (FaceLibraryException e) {
        for (Throwable it = e; it != null; it = it.getCause()) {
          printed.add(it.toString());
        }
      }
    }
    return printed;
  }

  private static void assertHidden(Set<String> hidden, List<String> printed) {
    assertThat(printed)
        .allSatisfy(
            text ->
                assertThat(hidden).allSatisfy(secret -> assertThat(text).doesNotContain(secret)));
  }

  @Test
  @Promise(25)
  default void printsNoSecretInItsOwnText() {
    List<String> printed = List.of(library().toString(), library().capabilities().toString());

    assertHidden(hidden(given().image()), printed);
  }

  @Test
  @Promise(25)
  default void printsNoSecretInMessagesOfFailedCalls() {
    FaceImage image = given().image();

    List<String> printed = printedByCalls(library(), given().nobody(), image);

    assertThat(printed).isNotEmpty();
    assertHidden(hidden(image), printed);
  }

  @Test
  @Promise(25)
  default void namesNoPersonInMessagesOfFailedCalls() {
    PersonId nobody = given().nobody();

    List<String> printed = printedByCalls(library(), nobody, given().image());

    assertHidden(Set.of(nobody.value()), printed);
  }

  @Test
  @Promise(25)
  default void printsNoSignatureOfAnAddressInResultsAndMessages() {
    given().offered(Capability.IMAGE_URL);
    String signature = UUID.randomUUID().toString();
    FaceImage.Url signed = FaceImage.at(harness().freshAddress().url() + "?Signature=" + signature);
    given().address(signed);
    GroupId group = given().group();
    PersonId person = given().personIn(group);
    List<String> printed = new ArrayList<>();

    printed.add(library().addFaces(AddFaces.of(person, signed)).toString());
    printed.add(library().queryFaces(QueryFaces.allOf(person)).toString());
    printed.addAll(printedByCalls(library(), given().nobody(), signed));
    if (library().capabilities().offers(Capability.SEARCH)) {
      given().settled();
      printed.add(library().search(given().search(signed, group)).toString());
    }

    assertHidden(Set.of(signature), printed);
  }

  @Test
  @Promise(25)
  default void printsNoSecretWhenTheServiceFails() {
    NetworkFaults faults =
        harness()
            .networkFaults()
            .orElseGet(() -> abort("the library is not remote, as the harness says"));
    List<Supplier<FaceLibrary>> faulty =
        List.of(
            faults::refusedConnection,
            faults::closedWithoutAnswer,
            faults::cutAnswer,
            faults::throttling,
            faults::wrongCredentials);
    for (Supplier<FaceLibrary> open : faulty) {
      try (FaceLibrary library = open.get()) {
        FaceImage image = harness().freshImage(library);

        List<String> printed = printedByCalls(library, harness().freshPerson(), image);

        assertThat(printed).isNotEmpty();
        assertHidden(hidden(image), printed);
      }
    }
  }

  @Test
  @Promise(25)
  default void writesNoSecretToTheLogs() {
    FaceImage image = given().image();
    PersonId person = given().person();

    List<String> written =
        LogCapture.during(
            () -> {
              given().face(person, image);
              printedByCalls(library(), person, image);
              printedByCalls(library(), harness().freshPerson(), image);
              library().queryFaces(QueryFaces.of(given().person(), FaceId.of("1")));
            });

    assertHidden(hidden(image), written);
  }
}
