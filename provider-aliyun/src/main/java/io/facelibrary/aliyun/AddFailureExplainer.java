package io.facelibrary.aliyun;

import io.facelibrary.AddFacesResult.Added;
import io.facelibrary.AddFacesResult.Outcome;
import io.facelibrary.AddFacesResult.Rejected;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.ItemFailure;
import io.facelibrary.Operation;
import io.facelibrary.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Tells a bad picture from a full person. The service says only that a picture was not added, so
 * the person's faces are counted.
 */
final class AddFailureExplainer {
  private final FaceCalls faces;

  AddFailureExplainer(FaceCalls faces) {
    this.faces = faces;
  }

  static ItemFailure unsuitable(int index, String saying) {
    String said = saying.isEmpty() ? "without a reason" : "and says: " + saying;
    return ItemFailure.of(
        index, ErrorKind.IMAGE_REJECTED, "the service did not add the picture, " + said);
  }

  static ItemFailure personIsFull(int index) {
    return ItemFailure.of(
        index,
        ErrorKind.QUOTA_EXCEEDED,
        "the person holds " + GreenLimits.FACES_PER_PERSON + " faces, as many as it may");
  }

  /** Returns how many more faces the person can hold, or empty if that cannot be told. */
  OptionalInt room(PersonId person) {
    try {
      int held = faces.faces(Operation.ADD_FACES, person).size();
      return OptionalInt.of(Math.max(0, GreenLimits.FACES_PER_PERSON - held));
    } catch (FaceLibraryException e) {
      return OptionalInt.empty();
    }
  }

  /** Gives those pictures that were rejected because the person is full their reason. */
  List<Outcome> explained(PersonId person, List<Outcome> outcomes) {
    int lastAdded = lastAdded(outcomes);
    // A picture after which another was added did not fail for want of room.
    boolean endsRejected = lastAdded < outcomes.size() - 1;
    if (!endsRejected || room(person).orElse(1) > 0) {
      return outcomes;
    }
    List<Outcome> explained = new ArrayList<>(outcomes.subList(0, lastAdded + 1));
    while (explained.size() < outcomes.size()) {
      explained.add(new Rejected(personIsFull(explained.size())));
    }
    return explained;
  }

  private static int lastAdded(List<Outcome> outcomes) {
    int last = outcomes.size() - 1;
    while (last >= 0 && !(outcomes.get(last) instanceof Added)) {
      last--;
    }
    return last;
  }
}
