package io.facelibrary.embedded;

import io.facelibrary.EncoderModel;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;

/** How a store is to be opened. */
record StoreOptions(
    Optional<EncoderModel> model,
    OptionalInt facesPerPerson,
    OptionalInt groups,
    boolean keepsImages,
    Clock clock) {

  static StoreOptions plain() {
    return new StoreOptions(
        Optional.empty(), OptionalInt.empty(), OptionalInt.empty(), true, Clock.systemUTC());
  }

  StoreOptions withModel(String name, int dimension) {
    return new StoreOptions(
        Optional.of(new EncoderModel(name, dimension)), facesPerPerson, groups, keepsImages, clock);
  }

  StoreOptions withLimits(OptionalInt mostFaces, OptionalInt mostGroups) {
    return new StoreOptions(model, mostFaces, mostGroups, keepsImages, clock);
  }

  StoreOptions withoutPictures() {
    return new StoreOptions(model, facesPerPerson, groups, false, clock);
  }
}
