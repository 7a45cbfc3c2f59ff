package io.facelibrary.embedded;

import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;

/** How a store is to be opened. */
record StoreSettings(
    Optional<Model> model,
    OptionalInt facesPerPerson,
    OptionalInt groups,
    boolean keepsPictures,
    Clock clock) {

  /** The model whose vectors a library holds, and how many numbers each has. */
  record Model(String name, int dimension) {}

  static StoreSettings plain() {
    return new StoreSettings(
        Optional.empty(), OptionalInt.empty(), OptionalInt.empty(), true, Clock.systemUTC());
  }

  StoreSettings withModel(String name, int dimension) {
    return new StoreSettings(
        Optional.of(new Model(name, dimension)), facesPerPerson, groups, keepsPictures, clock);
  }

  StoreSettings withLimits(OptionalInt mostFaces, OptionalInt mostGroups) {
    return new StoreSettings(model, mostFaces, mostGroups, keepsPictures, clock);
  }

  StoreSettings withoutPictures() {
    return new StoreSettings(model, facesPerPerson, groups, false, clock);
  }
}
