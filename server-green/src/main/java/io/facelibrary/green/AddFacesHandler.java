package io.facelibrary.green;

import com.fasterxml.jackson.core.JsonGenerator;
import io.facelibrary.AddFaces;
import io.facelibrary.AddFacesResult;
import io.facelibrary.Capability;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.Person;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** AddFaces; help document 70422. */
final class AddFacesHandler implements OperationHandler {
  private final FaceLibrary library;
  private final ImageResolver pictures;
  private final FaceSources sources;
  private final Errors errors;
  private final ProtocolAssumptions assumptions;

  AddFacesHandler(
      FaceLibrary library,
      ImageResolver pictures,
      FaceSources sources,
      Errors errors,
      ProtocolAssumptions assumptions) {
    this.library = library;
    this.pictures = pictures;
    this.sources = sources;
    this.errors = errors;
    this.assumptions = assumptions;
  }

  @Override
  public OperationResult handle(JsonFields request) {
    PersonId id = Ids.person(request);
    List<String> urls = request.texts("urls");
    // Before the adding: were it asked after, its failure would hide that faces were added.
    Optional<Person> person = library.findPerson(id);
    if (person.isEmpty()) {
      return errors.missingPerson(GreenOperation.ADD_FACES);
    }
    if (assumptions.fullPerson() == ProtocolAssumptions.FullPerson.REFUSES_CALL
        && !fit(id, urls.size())) {
      return new OperationResult.Failed(GreenCode.BAD_REQUEST, Errors.TOO_MANY_FACES);
    }
    List<Item> items = add(id, urls);
    return OperationResult.object(
        json -> {
          Ids.writeGroups(json, person.get().groups());
          // The name of the field in the older editions of the page.
          Ids.writeGroups(json, "groupId", person.get().groups());
          Ids.write(json, id);
          json.writeArrayFieldStart("faceImageItems");
          for (Item item : items) {
            item.write(json);
          }
          json.writeEndArray();
        });
  }

  private boolean fit(PersonId person, int more) {
    OptionalInt most = library.capabilities().limits().facesPerPerson();
    return most.isEmpty()
        || library.queryFaces(QueryFaces.allOf(person)).faces().size() + more <= most.getAsInt();
  }

  private List<Item> add(PersonId person, List<String> urls) {
    List<ResolvedImage> found = urls.stream().map(pictures::find).toList();
    List<FaceImage> images = new ArrayList<>(found.size());
    for (ResolvedImage picture : found) {
      if (picture instanceof ResolvedImage.Found it) {
        images.add(it.image());
      }
    }
    Iterator<AddFacesResult.Outcome> outcomes =
        images.isEmpty()
            ? List.<AddFacesResult.Outcome>of().iterator()
            : library.addFaces(new AddFaces(person, images)).outcomes().iterator();
    List<Item> items = new ArrayList<>(found.size());
    for (int i = 0; i < found.size(); i++) {
      if (found.get(i) instanceof ResolvedImage.Found it) {
        items.add(item(person, urls.get(i), it.image(), outcomes.next()));
      } else if (found.get(i) instanceof ResolvedImage.Unavailable no) {
        items.add(new Item(Optional.empty(), no.message()));
      }
    }
    return items;
  }

  private Item item(PersonId person, String url, FaceImage image, AddFacesResult.Outcome outcome) {
    if (outcome instanceof AddFacesResult.Added added) {
      boolean told =
          image instanceof FaceImage.Url
              && library.capabilities().offers(Capability.FACE_IMAGE_URL);
      if (!told) {
        sources.put(person, added.face(), url);
      }
      return new Item(Optional.of(added.face()), "OK");
    }
    return new Item(Optional.empty(), Errors.of(((AddFacesResult.Rejected) outcome).failure()));
  }

  private record Item(Optional<FaceId> face, String message) {
    void write(JsonGenerator json) throws IOException {
      json.writeStartObject();
      if (face.isPresent()) {
        json.writeNumberField("faceId", FaceNumbers.of(face.get()));
      }
      json.writeBooleanField("success", face.isPresent());
      json.writeStringField("msg", message);
      json.writeEndObject();
    }
  }
}
