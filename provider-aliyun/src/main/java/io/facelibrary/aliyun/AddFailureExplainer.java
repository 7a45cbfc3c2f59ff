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
 * Distinguishes an unsuitable image from a full person. The service reports only that an image was
 * not added, so the person's faces are counted.
 */
final class AddFailureExplainer {
  private final FaceCalls faces;

  AddFailureExplainer(FaceCalls faces) {
    this.faces = faces;
  }

  static ItemFailure unsuitable(int index, String reason) {
    String suffix = reason.isEmpty() ? "without a reason" : "and says: " + reason;
    return ItemFailure.of(
        index, ErrorKind.IMAGE_REJECTED, "the service did not add the image, " + suffix);
  }

  static ItemFailure personIsFull(int index) {
    return ItemFailure.of(
        index,
        ErrorKind.QUOTA_EXCEEDED,
        "the person holds " + GreenLimits.FACES_PER_PERSON + " faces, which is the maximum");
  }

  /** Returns how many more faces the person can hold, or empty if the query failed. */
  OptionalInt queryFreeFaces(PersonId person) {
    try {
      int held = faces.queryAll(Operation.ADD_FACES, person).size();
      return OptionalInt.of(Math.max(0, GreenLimits.FACES_PER_PERSON - held));
    } catch (FaceLibraryException e) {
      return OptionalInt.empty();
    }
  }

  /** Replaces the reason of images that were rejected because the person is full. */
  List<Outcome> explain(PersonId person, List<Outcome> outcomes) {
    int lastAdded = lastAdded(outcomes);
    // An image followed by an added one did not fail because the person was full.
    boolean endsRejected = lastAdded < outcomes.size() - 1;
    if (!endsRejected || queryFreeFaces(person).orElse(1) > 0) {
      return outcomes;
    }
    List<Outcome> explained = new ArrayList<>(outcomes.subList(0, lastAdded + 1));
    while (explained.size() < outcomes.size()) {
      explained.add(Rejected.of(personIsFull(explained.size())));
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
