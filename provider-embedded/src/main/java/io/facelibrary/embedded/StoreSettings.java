package io.facelibrary.embedded;

import io.facelibrary.EncoderModel;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;

/** How a store is to be opened. */
record StoreSettings(
    Optional<EncoderModel> model,
    OptionalInt facesPerPerson,
    OptionalInt groups,
    boolean keepsPictures,
    Clock clock) {

  static StoreSettings plain() {
    return new StoreSettings(
        Optional.empty(), OptionalInt.empty(), OptionalInt.empty(), true, Clock.systemUTC());
  }

  StoreSettings withModel(String name, int dimension) {
    return new StoreSettings(
        Optional.of(new EncoderModel(name, dimension)),
        facesPerPerson,
        groups,
        keepsPictures,
        clock);
  }

  StoreSettings withLimits(OptionalInt mostFaces, OptionalInt mostGroups) {
    return new StoreSettings(model, mostFaces, mostGroups, keepsPictures, clock);
  }

  StoreSettings withoutPictures() {
    return new StoreSettings(model, facesPerPerson, groups, false, clock);
  }
}
