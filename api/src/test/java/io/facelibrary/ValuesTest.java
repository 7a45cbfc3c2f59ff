package io.facelibrary;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.AddFacesResult.Added;
import io.facelibrary.AddFacesResult.Rejected;
import io.facelibrary.AddFacesResult.Unknown;
import io.facelibrary.CheckReport.Finding;
import io.facelibrary.DeleteFacesResult.Absent;
import io.facelibrary.DeleteFacesResult.Deleted;
import io.facelibrary.DeleteFacesResult.Refused;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values are equal by their fields, and each {@code with} method changes one field of a copy. */
class ValuesTest {
  private static final PersonId ALICE = PersonId.of("alice");
  private static final PersonId BOB = PersonId.of("bob");
  private static final FaceId ONE = FaceId.of("1");
  private static final FaceId TWO = FaceId.of("2");
  private static final GroupId STAFF = GroupId.of("staff");
  private static final URI SOURCE = URI.create("https://example.com/face.jpg");
  private static final FaceImage IMAGE = FaceImage.at(SOURCE);
  private static final FaceImage OTHER = FaceImage.at("https://example.com/other.jpg");
  private static final FaceEmbedding EMBEDDING = FaceEmbedding.of(new float[] {1});
  private static final ItemFailure FAILURE = ItemFailure.of(0, ErrorKind.IMAGE_REJECTED, "no face");
  private static final ItemFailure LATER = ItemFailure.of(1, ErrorKind.IMAGE_REJECTED, "no face");

  /** Values that differ from the first one in one field each. */
  static Stream<List<Object>> differing() {
    return Stream.of(
        List.of(AddFaces.of(ALICE, IMAGE), AddFaces.of(BOB, IMAGE), AddFaces.of(ALICE, OTHER)),
        List.of(
            AddPerson.of(ALICE),
            AddPerson.of(BOB),
            AddPerson.of(ALICE, STAFF),
            AddPerson.of(ALICE).withName("Alice"),
            AddPerson.of(ALICE).withNote("Alice")),
        List.of(
            UpdatePerson.of(ALICE),
            UpdatePerson.of(BOB),
            UpdatePerson.of(ALICE).withName(""),
            UpdatePerson.of(ALICE).withNote("")),
        List.of(DeleteFaces.of(ALICE, ONE), DeleteFaces.of(BOB, ONE), DeleteFaces.of(ALICE, TWO)),
        List.of(
            QueryFaces.of(ALICE, ONE),
            QueryFaces.of(BOB, ONE),
            QueryFaces.of(ALICE, TWO),
            QueryFaces.allOf(ALICE)),
        List.of(
            Added.of(ONE),
            Added.of(TWO),
            Rejected.of(FAILURE),
            Rejected.of(LATER),
            Unknown.of(FAILURE),
            Unknown.of(LATER),
            Deleted.of(ONE),
            Deleted.of(TWO),
            Absent.of(ONE),
            Absent.of(TWO),
            Refused.of(ONE, FAILURE),
            Refused.of(TWO, FAILURE),
            Refused.of(ONE, LATER)),
        List.of(
            AddFacesResult.of(List.of(Added.of(ONE))), AddFacesResult.of(List.of(Added.of(TWO)))),
        List.of(
            DeleteFacesResult.of(List.of(Absent.of(ONE))),
            DeleteFacesResult.of(List.of(Absent.of(TWO)))),
        List.of(
            QueryFacesResult.of(List.of(), List.of()),
            QueryFacesResult.of(List.of(Face.of(ONE)), List.of()),
            QueryFacesResult.of(List.of(), List.of(ONE))),
        List.of(
            Person.of(ALICE, Set.of()),
            Person.of(BOB, Set.of()),
            Person.of(ALICE, Set.of(STAFF)),
            Person.of(ALICE, Set.of()).withName("Alice"),
            Person.of(ALICE, Set.of()).withNote("Alice")),
        List.of(Face.of(ONE), Face.of(TWO), Face.of(ONE).withSource(SOURCE)),
        List.of(
            FAILURE,
            LATER,
            ItemFailure.of(0, ErrorKind.QUOTA_EXCEEDED, "no face").withReason("image-rejected"),
            ItemFailure.of(0, ErrorKind.IMAGE_REJECTED, "two faces"),
            FAILURE.withReason("no-face")),
        List.of(
            CallInfo.of("a", Operation.SEARCH),
            CallInfo.of("b", Operation.SEARCH),
            CallInfo.of("a", Operation.ADD_FACES),
            CallInfo.of("a", Operation.SEARCH).withRequestId("1"),
            CallInfo.of("a", Operation.SEARCH).withProviderCode("1")),
        List.of(
            ArchivedFace.of(IMAGE),
            ArchivedFace.of(OTHER),
            ArchivedFace.of(EMBEDDING),
            ArchivedFace.of(Optional.of(IMAGE), Optional.of(EMBEDDING)),
            ArchivedFace.of(Optional.empty(), Optional.empty())),
        List.of(
            Finding.of("missing-image", 1, "one"),
            Finding.of("damaged-image", 1, "one"),
            Finding.of("missing-image", 2, "one"),
            Finding.of("missing-image", 1, "an image")),
        List.of(
            CheckReport.of(List.of()),
            CheckReport.of(List.of(Finding.of("missing-image", 1, "one")))));
  }

  @ParameterizedTest
  @MethodSource("differing")
  void valuesWithOneOtherFieldAreNotEqual(List<Object> values) {
    for (int i = 0; i < values.size(); i++) {
      assertThat(values.get(i)).isEqualTo(values.get(i));
      for (int j = 0; j < i; j++) {
        assertThat(values.get(i)).isNotEqualTo(values.get(j));
      }
    }
  }

  @Test
  void aHashDependsOnTheFields() {
    assertThat(AddPerson.of(ALICE)).doesNotHaveSameHashCodeAs(AddPerson.of(BOB));
    assertThat(Face.of(ONE)).doesNotHaveSameHashCodeAs(Face.of(TWO));
    assertThat(Added.of(ONE)).doesNotHaveSameHashCodeAs(Added.of(TWO));
  }

  @Test
  void aTextShowsTheTypeAndItsFields() {
    assertThat(AddPerson.of(ALICE, STAFF).withName("Alice").withNote("new"))
        .hasToString("AddPerson[person=alice, groups=[staff], name=Alice, note=new]");
    assertThat(UpdatePerson.of(ALICE).withName("Alice"))
        .hasToString("UpdatePerson[person=alice, name=Optional[Alice], note=Optional.empty]");
    assertThat(AddFaces.of(ALICE, IMAGE))
        .hasToString("AddFaces[person=alice, images=[FaceImage[https://example.com/face.jpg]]]");
    assertThat(DeleteFaces.of(ALICE, ONE)).hasToString("DeleteFaces[person=alice, faces=[1]]");
    assertThat(QueryFaces.of(ALICE, ONE))
        .hasToString("QueryFaces[person=alice, faces=Optional[[1]]]");
    assertThat(AddFacesResult.of(List.of(Added.of(ONE), Unknown.of(LATER))))
        .hasToString(
            "AddFacesResult[outcomes=[Added[face=1], Unknown[failure=ItemFailure[index=1,"
                + " kind=IMAGE_REJECTED, reason=image-rejected, message=no face]]]]");
    assertThat(DeleteFacesResult.of(List.of(Deleted.of(ONE), Absent.of(TWO))))
        .hasToString("DeleteFacesResult[outcomes=[Deleted[face=1], Absent[face=2]]]");
    assertThat(QueryFacesResult.of(List.of(Face.of(ONE)), List.of(TWO)))
        .hasToString("QueryFacesResult[faces=[Face[1]], missing=[2]]");
    assertThat(Person.of(ALICE, Set.of(STAFF)).withName("Alice"))
        .hasToString("Person[id=alice, name=Alice, note=, groups=[staff]]");
    assertThat(CallInfo.of("cloud", Operation.SEARCH).withRequestId("r-1").withProviderCode("588"))
        .hasToString("cloud search, code 588, request r-1");
    assertThat(CheckReport.of(List.of(Finding.of("missing-image", 2, "two are missing"))))
        .hasToString(
            "CheckReport[findings=[Finding[kind=missing-image, count=2, message=two are missing]]]");
  }

  @Test
  void aChangedCopyKeepsTheOtherFields() {
    Person person = Person.of(ALICE, Set.of(STAFF)).withName("Alice").withNote("new");
    CallInfo call = CallInfo.of("cloud", Operation.SEARCH).withRequestId("1").withProviderCode("2");

    assertThat(person.withName("Al").withName("Alice")).isEqualTo(person);
    assertThat(person.id()).isEqualTo(ALICE);
    assertThat(person.groups()).containsExactly(STAFF);
    assertThat(call.withRequestId("1")).isEqualTo(call);
    assertThat(call.requestId()).contains("1");
    assertThat(call.providerCode()).contains("2");
    assertThat(FAILURE.withReason("no-face").message()).isEqualTo("no face");
    assertThat(Face.of(ONE).withSource(SOURCE).source()).contains(SOURCE);
  }

  @Test
  void aListAndSeparateArgumentsMakeTheSameRequest() {
    assertThat(AddFaces.of(ALICE, List.of(IMAGE, OTHER)))
        .isEqualTo(AddFaces.of(ALICE, IMAGE, OTHER));
    assertThat(DeleteFaces.of(ALICE, new LinkedHashSet<>(List.of(TWO, ONE))))
        .isEqualTo(DeleteFaces.of(ALICE, TWO, ONE));
    assertThat(QueryFaces.of(ALICE, new LinkedHashSet<>(List.of(TWO, ONE))))
        .isEqualTo(QueryFaces.of(ALICE, TWO, ONE));
    assertThat(AddPerson.of(ALICE, List.of(STAFF, GroupId.DEFAULT, STAFF)))
        .isEqualTo(AddPerson.of(ALICE, STAFF, GroupId.DEFAULT));
  }
}
