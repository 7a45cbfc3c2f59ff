package io.facelibrary.testkit;

import io.facelibrary.FaceId;
import io.facelibrary.FaceLibrary;
import io.facelibrary.Person;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import java.util.Optional;
import java.util.Set;

/**
 * The data of one person, as queries return it.
 *
 * @param person empty if the person is not in the library
 * @param faces the faces of the person
 */
record PersonState(Optional<Person> person, Set<FaceId> faces) {

  static PersonState of(FaceLibrary library, PersonId id) {
    Optional<Person> person = library.findPerson(id);
    return person.isEmpty()
        ? new PersonState(person, Set.of())
        : new PersonState(person, Set.copyOf(library.queryFaces(QueryFaces.allOf(id)).ids()));
  }
}
