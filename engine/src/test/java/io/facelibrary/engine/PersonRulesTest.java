package io.facelibrary.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.AddFaces;
import io.facelibrary.AddPerson;
import io.facelibrary.Candidate;
import io.facelibrary.Capability;
import io.facelibrary.DeleteFaces;
import io.facelibrary.DeleteFacesResult;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.Face;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.GroupId;
import io.facelibrary.Page;
import io.facelibrary.PageRequest;
import io.facelibrary.Person;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import io.facelibrary.QueryFacesResult;
import io.facelibrary.Search;
import io.facelibrary.SearchResult;
import io.facelibrary.SearchedFace;
import io.facelibrary.Similarity;
import io.facelibrary.UpdatePerson;
import io.facelibrary.engine.support.MapLibraryStore;
import io.facelibrary.testkit.TestImages;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The rules for persons, groups and faces in a library without an encoder. */
class PersonRulesTest {
  private static final PersonId ANNA = PersonId.of("anna");
  private static final GroupId STAFF = GroupId.of("staff");
  private static final GroupId GUESTS = GroupId.of("guests");
  private static final FaceImage IMAGE = TestImages.of(1);
  private static final FaceImage URL = FaceImage.at("https://example.com/1.jpg");

  private final MapLibraryStore store = new MapLibraryStore();
  private final EngineFaceLibrary library = new EngineFaceLibrary(store, new EngineOptions());

  private static void assertNotFound(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            FaceLibraryException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(ErrorKind.NOT_FOUND);
              assertThat(e.effect()).isEqualTo(Effect.NONE);
            });
  }

  @Test
  void addsUpdatesAndDeletesAPerson() {
    library.addPerson(AddPerson.of(ANNA, STAFF).withName("Anna").withNote("a note"));
    assertThat(library.findPerson(ANNA))
        .contains(Person.of(ANNA, Set.of(STAFF)).withName("Anna").withNote("a note"));

    library.updatePerson(UpdatePerson.of(ANNA).withName("Anne"));
    library.updatePerson(UpdatePerson.of(ANNA).withNote("another"));
    library.joinGroups(ANNA, Set.of(GUESTS));
    library.leaveGroups(ANNA, Set.of(STAFF));
    assertThat(library.findPerson(ANNA))
        .contains(Person.of(ANNA, Set.of(GUESTS)).withName("Anne").withNote("another"));

    assertThat(library.deletePerson(ANNA)).isTrue();
    assertThat(library.deletePerson(ANNA)).isFalse();
    assertThat(library.findPerson(ANNA)).isEmpty();
  }

  @Test
  void refusesEveryChangeOfAPersonThatIsNotInTheLibrary() {
    assertNotFound(() -> library.updatePerson(UpdatePerson.of(ANNA).withName("Anne")));
    assertNotFound(() -> library.joinGroups(ANNA, Set.of(STAFF)));
    assertNotFound(() -> library.leaveGroups(ANNA, Set.of(STAFF)));
    assertNotFound(() -> library.addFaces(AddFaces.of(ANNA, IMAGE)));
    assertNotFound(() -> library.deleteFaces(DeleteFaces.of(ANNA, FaceId.of("1"))));
    assertNotFound(() -> library.queryFaces(QueryFaces.allOf(ANNA)));
  }

  @Test
  void queriesAllFacesOrTheNamedOnes() {
    library.addPerson(AddPerson.of(ANNA));
    List<FaceId> added = library.addFaces(AddFaces.of(ANNA, URL, IMAGE)).orThrow();
    FaceId absent = FaceId.of("1");

    assertThat(library.queryFaces(QueryFaces.allOf(ANNA)).ids()).isEqualTo(added);
    QueryFacesResult named =
        library.queryFaces(QueryFaces.of(ANNA, added.get(1), absent, added.get(0)));
    assertThat(named.ids()).containsExactly(added.get(1), added.get(0));
    assertThat(named.missing()).containsExactly(absent);
    assertThat(named.faces())
        .extracting(Face::source)
        .containsExactly(Optional.empty(), Optional.of(URI.create("https://example.com/1.jpg")));
  }

  @Test
  void hidesTheSourceUrlWhereThatIsNotOffered() {
    EngineFaceLibrary hiding =
        new EngineFaceLibrary(store, new EngineOptions().without(Capability.FACE_IMAGE_URL));
    hiding.addPerson(AddPerson.of(ANNA));
    hiding.addFaces(AddFaces.of(ANNA, URL)).orThrow();

    assertThat(hiding.queryFaces(QueryFaces.allOf(ANNA)).faces())
        .extracting(Face::source)
        .containsExactly(Optional.empty());
  }

  @Test
  void deletesNamedFacesAndReportsTheAbsentOnes() {
    library.addPerson(AddPerson.of(ANNA));
    FaceId face = library.addFaces(AddFaces.of(ANNA, IMAGE)).orThrow().get(0);
    FaceId absent = FaceId.of("1");

    assertThat(library.deleteFaces(DeleteFaces.of(ANNA, absent, face)).outcomes())
        .containsExactly(DeleteFacesResult.Absent.of(absent), DeleteFacesResult.Deleted.of(face));
    assertThat(library.queryFaces(QueryFaces.allOf(ANNA)).faces()).isEmpty();
  }

  @Test
  void findsTheExactImageAsOneMatchWithoutBoxAndModel() {
    library.addPerson(AddPerson.of(ANNA, STAFF));
    FaceId face = library.addFaces(AddFaces.of(ANNA, IMAGE)).orThrow().get(0);

    assertThat(library.search(Search.of(IMAGE, STAFF)))
        .isEqualTo(
            SearchResult.of(
                List.of(
                    SearchedFace.of(List.of(Candidate.of(ANNA, Similarity.SAME).withFace(face))))));
  }

  @Test
  void listsEveryPersonIncludingThoseInNoGroup() {
    PersonId ben = PersonId.of("ben");
    library.addPerson(AddPerson.of(ANNA, STAFF));
    library.leaveGroups(ANNA, Set.of(STAFF));
    library.addPerson(AddPerson.of(ben, GUESTS));
    Page<PersonId> first = library.listPersons(PageRequest.first(1));

    assertThat(first.items()).containsExactly(ANNA);
    assertThat(library.listPersons(PageRequest.first(1).after(first.next().orElseThrow())))
        .isEqualTo(Page.last(List.of(ben)));
  }
}
