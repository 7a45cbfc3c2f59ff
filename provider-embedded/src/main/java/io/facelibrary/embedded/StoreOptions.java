package io.facelibrary.embedded;

import io.facelibrary.EncoderModel;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;

/** The options to open a store with. */
record StoreOptions(
    Optional<EncoderModel> model,
    OptionalInt facesPerPerson,
    OptionalInt groups,
    boolean keepsImages,
    Clock clock) {

  static StoreOptions defaults() {
    return new StoreOptions(
        Optional.empty(), OptionalInt.empty(), OptionalInt.empty(), true, Clock.systemUTC());
  }

  StoreOptions withModel(String name, int dimensions) {
    return new StoreOptions(
        Optional.of(EncoderModel.of(name, dimensions)), facesPerPerson, groups, keepsImages, clock);
  }

  StoreOptions withLimits(OptionalInt maxFaces, OptionalInt maxGroups) {
    return new StoreOptions(model, maxFaces, maxGroups, keepsImages, clock);
  }

  StoreOptions withoutImages() {
    return new StoreOptions(model, facesPerPerson, groups, false, clock);
  }
}
