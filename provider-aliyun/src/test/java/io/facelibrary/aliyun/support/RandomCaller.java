package io.facelibrary.aliyun.support;

import io.facelibrary.AddFaces;
import io.facelibrary.AddFacesResult;
import io.facelibrary.AddPerson;
import io.facelibrary.DeleteFaces;
import io.facelibrary.DeleteFacesResult;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.PersonId;
import io.facelibrary.testkit.TestImages;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Makes random calls, one at a time, and records the outcome of each. */
public final class RandomCaller {
  private static final int CALLS_PER_PERSON = 8;
  private static final int MAX_ITEMS = 2;

  private final FaceLibrary library;
  private final FaceLibrary backend;
  private final ReportedOutcomes outcomes;
  private final Random random;
  private final List<FaceId> held = new ArrayList<>();
  private PersonId person = PersonId.of("not-chosen-yet");

  /**
   * Creates a caller.
   *
   * @param library called over the network
   * @param backend the library behind the server, to add persons without the network
   */
  public RandomCaller(
      FaceLibrary library, FaceLibrary backend, ReportedOutcomes outcomes, Random random) {
    this.library = library;
    this.backend = backend;
    this.outcomes = outcomes;
    this.random = random;
  }

  public void call(int calls) {
    for (int i = 0; i < calls; i++) {
      if (i % CALLS_PER_PERSON == 0) {
        person = PersonId.of("p-" + UUID.randomUUID().toString().substring(0, 20));
        backend.addPerson(AddPerson.of(person));
        held.clear();
      }
      if (held.size() > 1 && random.nextInt(3) == 0) {
        delete();
      } else {
        add();
      }
    }
  }

  private void add() {
    List<FaceImage> images = new ArrayList<>();
    boolean uploaded = random.nextBoolean();
    for (int i = 0; i <= random.nextInt(MAX_ITEMS); i++) {
      images.add(
          uploaded
              ? TestImages.random()
              : FaceImage.at("https://images.example.com/" + UUID.randomUUID() + ".png"));
    }
    try {
      AddFacesResult result = library.addFaces(AddFaces.of(person, images));
      outcomes.recordAdd(person, images, result);
      held.addAll(result.added());
    } catch (FaceLibraryException e) {
      outcomes.recordFailedAdd(person, images, e);
    }
  }

  private void delete() {
    List<FaceId> faces = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(MAX_ITEMS); i++) {
      faces.add(held.remove(random.nextInt(held.size())));
    }
    try {
      DeleteFacesResult result = library.deleteFaces(DeleteFaces.of(person, faces));
      outcomes.recordDelete(person, faces, result);
    } catch (FaceLibraryException e) {
      outcomes.recordFailedDelete(person, faces, e);
    }
  }
}
