package io.facelibrary.aliyun;

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
import io.facelibrary.testkit.TestPictures;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Makes calls one after the other, and writes into an account what each said. */
final class FaceWorker {
  private static final int CALLS_A_PERSON = 8;
  private static final int MOST_ITEMS = 2;

  private final FaceLibrary library;
  private final FaceLibrary behind;
  private final Account account;
  private final Random random;
  private final List<FaceId> held = new ArrayList<>();
  private PersonId person = PersonId.of("nobody-yet");

  /**
   * Makes a worker.
   *
   * @param library called over the network
   * @param behind the library behind the server, to make persons in without the network
   */
  FaceWorker(FaceLibrary library, FaceLibrary behind, Account account, Random random) {
    this.library = library;
    this.behind = behind;
    this.account = account;
    this.random = random;
  }

  void make(int calls) {
    for (int i = 0; i < calls; i++) {
      if (i % CALLS_A_PERSON == 0) {
        person = PersonId.of("p-" + UUID.randomUUID().toString().substring(0, 20));
        behind.addPerson(AddPerson.of(person));
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
    for (int i = 0; i <= random.nextInt(MOST_ITEMS); i++) {
      images.add(
          uploaded
              ? TestPictures.random()
              : FaceImage.at("https://pictures.example.com/" + UUID.randomUUID() + ".png"));
    }
    try {
      AddFacesResult result = library.addFaces(new AddFaces(person, images));
      account.added(person, images, result);
      held.addAll(result.added());
    } catch (FaceLibraryException e) {
      account.addFailed(person, images, e);
    }
  }

  private void delete() {
    List<FaceId> faces = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(MOST_ITEMS); i++) {
      faces.add(held.remove(random.nextInt(held.size())));
    }
    try {
      DeleteFacesResult result = library.deleteFaces(new DeleteFaces(person, faces));
      account.deleted(person, faces, result);
    } catch (FaceLibraryException e) {
      account.deleteFailed(person, faces, e);
    }
  }
}
