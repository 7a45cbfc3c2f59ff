package io.facelibrary.engine;

import io.facelibrary.AddPerson;
import io.facelibrary.FaceEncoder;
import io.facelibrary.FaceImage;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import io.facelibrary.engine.support.MapLibraryStore;
import io.facelibrary.testkit.FakeFaceEncoder;
import io.facelibrary.testkit.TestImages;

/** A library over a store of the test, with an encoder of the test. */
abstract class EncoderFixture {
  static final PersonId ANNA = PersonId.of("anna");
  static final GroupId STAFF = GroupId.of("staff");
  static final FaceImage.Bytes FIRST = TestImages.of(1);
  static final FaceImage.Bytes PROBE = TestImages.of(3);

  final MapLibraryStore store = new MapLibraryStore();
  final FakeFaceEncoder encoder = new FakeFaceEncoder();

  EngineFaceLibrary library(FaceEncoder used) {
    return new EngineFaceLibrary(store, new EngineOptions().encoder(used));
  }

  EngineFaceLibrary libraryWithAnna() {
    return withAnna(library(encoder));
  }

  static EngineFaceLibrary withAnna(EngineFaceLibrary library) {
    library.addPerson(AddPerson.of(ANNA, STAFF));
    return library;
  }
}
