package io.facelibrary.green;

import com.fasterxml.jackson.core.JsonGenerator;
import io.facelibrary.AddFaces;
import io.facelibrary.AddFacesResult;
import io.facelibrary.Capability;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.ItemFailure;
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
  private final ImageResolver images;
  private final FaceSourceUrls sources;
  private final OperationErrors errors;
  private final ProtocolAssumptions assumptions;

  AddFacesHandler(
      FaceLibrary library,
      ImageResolver images,
      FaceSourceUrls sources,
      OperationErrors errors,
      ProtocolAssumptions assumptions) {
    this.library = library;
    this.images = images;
    this.sources = sources;
    this.errors = errors;
    this.assumptions = assumptions;
  }

  @Override
  public OperationResult handle(JsonFields request) {
    PersonId id = Ids.person(request);
    List<String> urls = request.texts("urls");
    // Look up the person first: a failure after the faces were added would hide their ids.
    Optional<Person> person = library.findPerson(id);
    if (person.isEmpty()) {
      return errors.missingPerson(GreenOperation.ADD_FACES);
    }
    if (assumptions.fullPerson() == ProtocolAssumptions.FullPerson.REFUSES_CALL
        && !fits(id, urls.size())) {
      return new OperationResult.Failed(GreenCode.BAD_REQUEST, OperationErrors.TOO_MANY_FACES);
    }
    List<Item> items = add(id, urls);
    Optional<ItemFailure> unknown =
        items.stream().flatMap(item -> item.unknown().stream()).findFirst();
    if (unknown.isPresent()) {
      // An item without success would say that its image was not added.
      return errors.ofWhole(GreenOperation.ADD_FACES, unknown.get());
    }
    return OperationResult.object(
        json -> {
          Ids.writeGroups(json, person.get().groups());
          // Older editions of the page name the field groupId.
          Ids.writeGroups(json, "groupId", person.get().groups());
          Ids.write(json, id);
          json.writeArrayFieldStart("faceImageItems");
          for (Item item : items) {
            item.write(json);
          }
          json.writeEndArray();
        });
  }

  private boolean fits(PersonId person, int additional) {
    OptionalInt max = library.capabilities().limits().facesPerPerson();
    return max.isEmpty()
        || library.queryFaces(QueryFaces.allOf(person)).faces().size() + additional
            <= max.getAsInt();
  }

  private List<Item> add(PersonId person, List<String> urls) {
    List<ResolvedImage> resolved = urls.stream().map(images::resolve).toList();
    List<FaceImage> found = new ArrayList<>(resolved.size());
    for (ResolvedImage candidate : resolved) {
      if (candidate instanceof ResolvedImage.Found it) {
        found.add(it.image());
      }
    }
    Iterator<AddFacesResult.Outcome> outcomes =
        found.isEmpty()
            ? List.<AddFacesResult.Outcome>of().iterator()
            : library.addFaces(AddFaces.of(person, found)).outcomes().iterator();
    List<Item> items = new ArrayList<>(resolved.size());
    for (int i = 0; i < resolved.size(); i++) {
      if (resolved.get(i) instanceof ResolvedImage.Found it) {
        items.add(item(person, urls.get(i), it.image(), outcomes.next()));
      } else if (resolved.get(i) instanceof ResolvedImage.Unavailable unavailable) {
        items.add(Item.rejected(unavailable.message()));
      }
    }
    return items;
  }

  private Item item(PersonId person, String url, FaceImage image, AddFacesResult.Outcome outcome) {
    if (outcome instanceof AddFacesResult.Added added) {
      boolean libraryKeepsUrl =
          image instanceof FaceImage.Url
              && library.capabilities().offers(Capability.FACE_IMAGE_URL);
      if (!libraryKeepsUrl) {
        sources.put(person, added.face(), url);
      }
      return new Item(Optional.of(added.face()), "OK", Optional.empty());
    }
    if (outcome instanceof AddFacesResult.Rejected rejected) {
      return Item.rejected(OperationErrors.of(rejected.failure()));
    }
    ItemFailure failure = ((AddFacesResult.Unknown) outcome).failure();
    return new Item(Optional.empty(), OperationErrors.of(failure), Optional.of(failure));
  }

  /**
   * One image of the request.
   *
   * @param face the id of the added face
   * @param unknown why it is not known whether the image was added
   */
  private record Item(Optional<FaceId> face, String message, Optional<ItemFailure> unknown) {
    static Item rejected(String message) {
      return new Item(Optional.empty(), message, Optional.empty());
    }

    void write(JsonGenerator json) throws IOException {
      json.writeStartObject();
      if (face.isPresent()) {
        json.writeNumberField("faceId", NumericFaceIds.of(face.get()));
      }
      json.writeBooleanField("success", face.isPresent());
      json.writeStringField("msg", message);
      json.writeEndObject();
    }
  }
}
