package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.facelibrary.AddFaces;
import io.facelibrary.Capabilities;
import io.facelibrary.Capability;
import io.facelibrary.Face;
import io.facelibrary.FaceImage;
import io.facelibrary.GroupId;
import io.facelibrary.PageRequest;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import io.facelibrary.Search;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** That each capability works where it is offered and is refused by its name where it is not. */
interface CapabilitiesContract extends ContractPart {

  private Optional<URI> sourceOf(PersonId person, FaceImage image) {
    given().face(person, image);
    return library().queryFaces(QueryFaces.allOf(person)).faces().get(0).source();
  }

  @Test
  @Promise(22)
  default void takesPicturesInOneFormAtLeast() {
    Capabilities capabilities = library().capabilities();

    assertThat(capabilities.offered()).containsAnyOf(Capability.IMAGE_URL, Capability.IMAGE_BYTES);
    assertThat(library().capabilities()).isEqualTo(capabilities);
  }

  @Test
  @Promise(22)
  default void takesPicturesByAddressWhereItOffersThat() {
    given().offered(Capability.IMAGE_URL);
    PersonId person = given().person();

    var added = given().face(person, harness().freshAddress());

    assertThat(given().facesOf(person)).containsExactly(added);
  }

  @Test
  @Promise(22)
  default void refusesPicturesByAddressWhereItDoesNotOfferThat() {
    given().notOffered(Capability.IMAGE_URL);
    PersonId person = given().person();
    var request = AddFaces.of(person, harness().freshAddress());

    Failing.unsupported(Capability.IMAGE_URL, () -> library().addFaces(request));

    assertThat(given().facesOf(person)).isEmpty();
  }

  @Test
  @Promise(22)
  default void takesPicturesByContentWhereItOffersThat() {
    given().offered(Capability.IMAGE_BYTES);
    FaceImage image = given().image();
    assumeTrue(image instanceof FaceImage.Bytes, "the harness gives pictures by address");
    PersonId person = given().person();

    var added = given().face(person, image);

    assertThat(given().facesOf(person)).containsExactly(added);
  }

  @Test
  @Promise(22)
  default void refusesPicturesByContentWhereItDoesNotOfferThat() {
    given().notOffered(Capability.IMAGE_BYTES);
    PersonId person = given().person();
    var request = AddFaces.of(person, TestPictures.random());

    Failing.unsupported(Capability.IMAGE_BYTES, () -> library().addFaces(request));

    assertThat(given().facesOf(person)).isEmpty();
  }

  @Test
  @Promise(22)
  default void tellsTheAddressOfAFaceWhereItOffersThat() {
    given().offered(Capability.FACE_IMAGE_URL);
    given().offered(Capability.IMAGE_URL);
    FaceImage.Url address = harness().freshAddress();

    assertThat(sourceOf(given().person(), address)).contains(address.url());
  }

  @Test
  @Promise(22)
  default void tellsNoAddressOfAFaceWhereItDoesNotOfferThat() {
    given().notOffered(Capability.FACE_IMAGE_URL);
    given().offered(Capability.IMAGE_URL);

    assertThat(sourceOf(given().person(), harness().freshAddress())).isEmpty();
  }

  @Test
  @Promise(22)
  default void tellsNoAddressOfAFaceThatWasAddedByContent() {
    given().offered(Capability.IMAGE_BYTES);
    FaceImage image = given().image();
    assumeTrue(image instanceof FaceImage.Bytes, "the harness gives pictures by address");
    PersonId person = given().person();
    given().face(person, image);

    List<Face> faces = library().queryFaces(QueryFaces.allOf(person)).faces();

    assertThat(faces).singleElement().satisfies(it -> assertThat(it.source()).isEmpty());
  }

  @Test
  @Promise(22)
  default void searchesWhereItOffersThat() {
    given().offered(Capability.SEARCH);
    GroupId group = given().group();
    PersonId person = given().personIn(group);
    FaceImage image = given().image();
    given().face(person, image);
    given().settled();

    assertThat(library().search(given().search(image, group)).best().orElseThrow().person())
        .isEqualTo(person);
  }

  @Test
  @Promise(22)
  default void refusesToSearchWhereItDoesNotOfferThat() {
    given().notOffered(Capability.SEARCH);
    Search request = given().search(given().image(), given().group());

    Failing.unsupported(Capability.SEARCH, () -> library().search(request));
  }

  @Test
  @Promise(22)
  default void searchesManyGroupsWhereItOffersThat() {
    given().offered(Capability.SEARCH);
    given().offered(Capability.SEARCH_MANY_GROUPS);
    List<GroupId> groups = given().groups(2);
    PersonId person = given().personIn(groups.get(1));
    FaceImage image = given().image();
    given().face(person, image);
    given().settled();

    var result = library().search(given().search(image, groups.get(0), groups.get(1)));

    assertThat(result.best().orElseThrow().person()).isEqualTo(person);
  }

  @Test
  @Promise(22)
  default void refusesToSearchManyGroupsWhereItDoesNotOfferThat() {
    given().offered(Capability.SEARCH);
    given().notOffered(Capability.SEARCH_MANY_GROUPS);
    Search request = given().search(given().image(), given().group(), given().group());

    Failing.unsupported(Capability.SEARCH_MANY_GROUPS, () -> library().search(request));
  }

  @Test
  @Promise(22)
  default void listsGroupsWhereItOffersThat() {
    given().offered(Capability.LIST_GROUPS);
    GroupId group = given().group();
    given().personIn(group);

    assertThat(Paging.all(PageRequest.first(), page -> library().listGroups(page))).contains(group);
  }

  @Test
  @Promise(22)
  default void refusesToListGroupsWhereItDoesNotOfferThat() {
    given().notOffered(Capability.LIST_GROUPS);

    Failing.unsupported(Capability.LIST_GROUPS, () -> library().listGroups(PageRequest.first()));
  }

  @Test
  @Promise(22)
  default void listsPersonsWhereItOffersThat() {
    given().offered(Capability.LIST_PERSONS);
    GroupId group = given().group();
    PersonId person = given().personIn(group);

    assertThat(library().listPersons(group, PageRequest.first()).items()).containsExactly(person);
  }

  @Test
  @Promise(22)
  default void refusesToListPersonsWhereItDoesNotOfferThat() {
    given().notOffered(Capability.LIST_PERSONS);
    GroupId group = given().group();

    Failing.unsupported(
        Capability.LIST_PERSONS, () -> library().listPersons(group, PageRequest.first()));
  }
}
