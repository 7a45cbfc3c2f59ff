package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import io.facelibrary.AddPerson;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.GroupId;
import io.facelibrary.Operation;
import io.facelibrary.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Closing. These tests open and close their own libraries. */
interface ClosingContract extends ContractPart {

  @Test
  @Promise(22)
  default void refusesEveryCallAfterItWasClosed() {
    FaceLibrary closed = harness().open();
    FaceImage image = harness().freshImage(closed);
    PersonId person = fixtures().newPersonId();
    GroupId group = fixtures().newGroupId();

    closed.close();

    for (Operation operation : Operations.offeredBy(closed)) {
      Failing.assertInvalid(
          "library", () -> Operations.call(closed, operation, person, group, image));
    }
    assertThat(library().findPerson(person)).isEmpty();
  }

  @Test
  @Promise(22)
  default void returnsItsCapabilitiesAfterItWasClosed() {
    FaceLibrary closed = harness().open();
    var offered = closed.capabilities();

    closed.close();

    assertThat(closed.capabilities()).isEqualTo(offered);
  }

  @Test
  @Promise(22)
  default void allowsASecondClose() {
    FaceLibrary closed = harness().open();
    closed.close();

    closed.close();

    PersonId person = fixtures().newPersonId();
    Failing.assertInvalid("library", () -> closed.findPerson(person));
  }

  @Test
  @Promise(22)
  default void completesOrRefusesTheCallsThatRunDuringClose() {
    FaceLibrary closing = adapt(harness().open());
    PersonId person = fixtures().newPersonId();
    closing.addPerson(AddPerson.of(person, fixtures().newGroupId()));
    int callers = 3;
    CountDownLatch calling = new CountDownLatch(callers);
    AtomicBoolean closed = new AtomicBoolean();
    List<Callable<ErrorKind>> tasks = new ArrayList<>();
    for (int i = 0; i < callers; i++) {
      tasks.add(() -> callUntilRefused(closing, person, calling, closed));
    }
    tasks.add(
        () -> {
          calling.await();
          closing.close();
          closed.set(true);
          return ErrorKind.INVALID_REQUEST;
        });

    assertThat(Concurrently.run(tasks)).containsOnly(ErrorKind.INVALID_REQUEST);
  }

  private ErrorKind callUntilRefused(
      FaceLibrary closing, PersonId person, CountDownLatch calling, AtomicBoolean closed) {
    try {
      boolean refusalDue;
      do {
        refusalDue = closed.get();
        assertThat(closing.findPerson(person)).isPresent();
        calling.countDown();
      } while (!refusalDue);
      return fail("a call succeeded after the library was closed");
    } catch (FaceLibraryException e) {
      calling.countDown();
      return e.kind();
    }
  }
}
