package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.facelibrary.AddFaces;
import io.facelibrary.Capabilities;
import io.facelibrary.Capability;
import io.facelibrary.Face;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.GroupId;
import io.facelibrary.KnownFace;
import io.facelibrary.PageRequest;
import io.facelibrary.Pages;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import io.facelibrary.Search;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An offered capability works. A capability that is not offered is refused by its name. */
interface CapabilitiesContract extends ContractPart {

  private Optional<URI> sourceOf(PersonId person, FaceImage image) {
    fixtures().addFace(person, image);
    return library().queryFaces(QueryFaces.allOf(person)).faces().get(0).source();
  }

  @Test
  @Promise(22)
  default void acceptsImagesInAtLeastOneForm() {
    Capabilities capabilities = library().capabilities();

    assertThat(capabilities.offered()).containsAnyOf(Capability.IMAGE_URL, Capability.IMAGE_BYTES);
    assertThat(library().capabilities()).isEqualTo(capabilities);
  }

  @Test
  @Promise(22)
  default void acceptsImagesByUrlWhenOffered() {
    assume().offers(Capability.IMAGE_URL);
    PersonId person = fixtures().addPerson();

    var added = fixtures().addFace(person, harness().freshImageUrl());

    assertThat(fixtures().facesOf(person)).containsExactly(added);
  }

  @Test
  @Promise(22)
  default void refusesImagesByUrlWhenNotOffered() {
    assume().doesNotOffer(Capability.IMAGE_URL);
    PersonId person = fixtures().addPerson();
    var request = AddFaces.of(person, harness().freshImageUrl());

    Failing.assertUnsupported(Capability.IMAGE_URL, () -> library().addFaces(request));

    assertThat(fixtures().facesOf(person)).isEmpty();
  }

  @Test
  @Promise(22)
  default void acceptsImagesAsBytesWhenOffered() {
    assume().offers(Capability.IMAGE_BYTES);
    FaceImage image = fixtures().newImage();
    assumeTrue(image instanceof FaceImage.Bytes, "the harness provides images by URL");
    PersonId person = fixtures().addPerson();

    var added = fixtures().addFace(person, image);

    assertThat(fixtures().facesOf(person)).containsExactly(added);
  }

  @Test
  @Promise(22)
  default void refusesImagesAsBytesWhenNotOffered() {
    assume().doesNotOffer(Capability.IMAGE_BYTES);
    PersonId person = fixtures().addPerson();
    var request = AddFaces.of(person, TestImages.random());

    Failing.assertUnsupported(Capability.IMAGE_BYTES, () -> library().addFaces(request));

    assertThat(fixtures().facesOf(person)).isEmpty();
  }

  @Test
  @Promise(22)
  default void returnsTheUrlOfAFaceWhenOffered() {
    assume().offers(Capability.FACE_IMAGE_URL);
    assume().offers(Capability.IMAGE_URL);
    FaceImage.Url image = harness().freshImageUrl();

    assertThat(sourceOf(fixtures().addPerson(), image)).contains(image.url());
  }

  @Test
  @Promise(22)
  default void returnsNoUrlOfAFaceWhenNotOffered() {
    assume().doesNotOffer(Capability.FACE_IMAGE_URL);
    assume().offers(Capability.IMAGE_URL);

    assertThat(sourceOf(fixtures().addPerson(), harness().freshImageUrl())).isEmpty();
  }

  @Test
  @Promise(22)
  default void returnsNoUrlOfAFaceThatWasAddedAsBytes() {
    assume().offers(Capability.IMAGE_BYTES);
    FaceImage image = fixtures().newImage();
    assumeTrue(image instanceof FaceImage.Bytes, "the harness provides images by URL");
    PersonId person = fixtures().addPerson();
    fixtures().addFace(person, image);

    List<Face> faces = library().queryFaces(QueryFaces.allOf(person)).faces();

    assertThat(faces).singleElement().satisfies(it -> assertThat(it.source()).isEmpty());
  }

  @Test
  @Promise(22)
  default void searchesWhenOffered() {
    assume().offers(Capability.SEARCH);
    GroupId group = fixtures().newGroupId();
    PersonId person = fixtures().addPersonTo(group);
    FaceImage image = fixtures().newImage();
    fixtures().addFace(person, image);
    fixtures().waitForSearch();

    assertThat(library().search(fixtures().search(image, group)).best().orElseThrow().person())
        .isEqualTo(person);
  }

  @Test
  @Promise(22)
  default void refusesToSearchWhenNotOffered() {
    assume().doesNotOffer(Capability.SEARCH);
    Search request = fixtures().search(fixtures().newImage(), fixtures().newGroupId());

    Failing.assertUnsupported(Capability.SEARCH, () -> library().search(request));
  }

  @Test
  @Promise(22)
  default void searchesManyGroupsWhenOffered() {
    assume().offers(Capability.SEARCH);
    assume().offers(Capability.SEARCH_MANY_GROUPS);
    List<GroupId> groups = fixtures().newGroupIds(2);
    PersonId person = fixtures().addPersonTo(groups.get(1));
    FaceImage image = fixtures().newImage();
    fixtures().addFace(person, image);
    fixtures().waitForSearch();

    var result = library().search(fixtures().search(image, groups.get(0), groups.get(1)));

    assertThat(result.best().orElseThrow().person()).isEqualTo(person);
  }

  @Test
  @Promise(22)
  default void refusesToSearchManyGroupsWhenNotOffered() {
    assume().offers(Capability.NAMED_GROUPS);
    assume().offers(Capability.SEARCH);
    assume().doesNotOffer(Capability.SEARCH_MANY_GROUPS);
    Search request =
        fixtures().search(fixtures().newImage(), fixtures().newGroupId(), fixtures().newGroupId());

    Failing.assertUnsupported(Capability.SEARCH_MANY_GROUPS, () -> library().search(request));
  }

  @Test
  @Promise(22)
  default void listsGroupsWhenOffered() {
    assume().offers(Capability.LIST_GROUPS);
    GroupId group = fixtures().newGroupId();
    fixtures().addPersonTo(group);

    assertThat(Pages.stream(library()::listGroups)).contains(group);
  }

  @Test
  @Promise(22)
  default void refusesToListGroupsWhenNotOffered() {
    assume().doesNotOffer(Capability.LIST_GROUPS);

    Failing.assertUnsupported(
        Capability.LIST_GROUPS, () -> library().listGroups(PageRequest.first()));
  }

  @Test
  @Promise(22)
  default void listsPersonsWhenOffered() {
    assume().offers(Capability.LIST_PERSONS);
    GroupId group = fixtures().newGroupId();
    PersonId person = fixtures().addPersonTo(group);

    assertThat(library().listPersons(group, PageRequest.first()).items()).containsExactly(person);
  }

  @Test
  @Promise(22)
  default void refusesToListPersonsWhenNotOffered() {
    assume().doesNotOffer(Capability.LIST_PERSONS);
    GroupId group = fixtures().newGroupId();

    Failing.assertUnsupported(
        Capability.LIST_PERSONS, () -> library().listPersons(group, PageRequest.first()));
  }

  @Test
  @Promise({18, 22})
  default void listsAllPersonsWhenOffered() {
    assume().offers(Capability.LIST_ALL_PERSONS);
    PersonId person = fixtures().addPerson();

    assertThat(Pages.stream(library()::listPersons)).contains(person);
  }

  @Test
  @Promise(22)
  default void refusesToListAllPersonsWhenNotOffered() {
    assume().doesNotOffer(Capability.LIST_ALL_PERSONS);

    Failing.assertUnsupported(
        Capability.LIST_ALL_PERSONS, () -> library().listPersons(PageRequest.first()));
  }

  @Test
  @Promise({22, 31})
  default void searchesAmongPersonsWhenOffered() {
    assume().offers(Capability.SEARCH);
    assume().offers(Capability.SEARCH_AMONG_PERSONS);
    GroupId group = fixtures().newGroupId();
    PersonId person = fixtures().addPersonTo(group);
    FaceImage image = fixtures().newImage();
    fixtures().addFace(person, image);
    fixtures().waitForSearch();

    var result = library().search(fixtures().search(image, group).withPersons(person));

    assertThat(result.best().orElseThrow().person()).isEqualTo(person);
  }

  @Test
  @Promise({22, 31})
  default void refusesToSearchAmongPersonsWhenNotOffered() {
    assume().offers(Capability.SEARCH);
    assume().doesNotOffer(Capability.SEARCH_AMONG_PERSONS);
    Search request = fixtures().search(fixtures().newImage(), fixtures().newGroupId());
    PersonId person = fixtures().newPersonId();

    Failing.assertUnsupported(
        Capability.SEARCH_AMONG_PERSONS, () -> library().search(request.withPersons(person)));
  }

  @Test
  @Promise({22, 31})
  default void searchesByAFaceWhenOffered() {
    assume().offers(Capability.SEARCH);
    assume().offers(Capability.SEARCH_BY_FACE);
    GroupId group = fixtures().newGroupId();
    PersonId person = fixtures().addPersonTo(group);
    KnownFace face = new KnownFace(person, fixtures().addFace(person));
    fixtures().waitForSearch();

    assertThat(library().search(fixtures().search(face, group)).best().orElseThrow().person())
        .isEqualTo(person);
  }

  @Test
  @Promise({22, 31})
  default void refusesToSearchByAFaceWhenNotOffered() {
    assume().offers(Capability.SEARCH);
    assume().doesNotOffer(Capability.SEARCH_BY_FACE);
    KnownFace face = new KnownFace(fixtures().newPersonId(), FaceId.of("1"));
    Search request = fixtures().search(face, fixtures().newGroupId());

    Failing.assertUnsupported(Capability.SEARCH_BY_FACE, () -> library().search(request));
  }
}
