package io.facelibrary.green;

import com.fasterxml.jackson.core.JsonGenerator;
import io.facelibrary.Face;
import io.facelibrary.FaceId;
import io.facelibrary.FaceLibrary;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** GetFaces, which the documentation calls getPersonFacesInfo; help document 205550. */
final class GetFacesHandler implements OperationHandler {
  private final FaceLibrary library;
  private final FaceNumbers numbers;
  private final FaceSources sources;
  private final Errors errors;

  GetFacesHandler(FaceLibrary library, FaceNumbers numbers, FaceSources sources, Errors errors) {
    this.library = library;
    this.numbers = numbers;
    this.sources = sources;
    this.errors = errors;
  }

  @Override
  public OperationResult handle(JsonFields request) {
    PersonId person = Ids.person(request);
    Optional<List<String>> asked = request.optionalTexts("faceIds");
    return asked.isPresent() ? some(person, asked.get()) : all(person);
  }

  private OperationResult all(PersonId person) {
    List<Face> faces = library.queryFaces(QueryFaces.allOf(person)).faces();
    return items(
        json -> {
          for (Face face : faces) {
            writeFound(json, person, face);
          }
        });
  }

  private OperationResult some(PersonId person, List<String> asked) {
    List<FaceId> plain = FaceNumbers.plain(asked);
    if (plain.isEmpty() && library.findPerson(person).isEmpty()) {
      return errors.missingPerson(GreenOperation.GET_FACES);
    }
    Map<String, Face> found = new HashMap<>();
    if (!plain.isEmpty()) {
      library
          .queryFaces(QueryFaces.of(person, plain))
          .faces()
          .forEach(face -> found.put(face.id().value(), face));
    }
    List<String> rest = asked.stream().filter(number -> !found.containsKey(number)).toList();
    found.putAll(numbers.computed(person, rest));
    return items(
        json -> {
          for (String number : asked) {
            Face face = found.get(number);
            if (face != null) {
              writeFound(json, person, face);
            } else {
              writeMissing(json, number);
            }
          }
        });
  }

  private static OperationResult items(OperationResult.Data items) {
    return OperationResult.object(
        json -> {
          json.writeArrayFieldStart("faceImageItems");
          items.write(json);
          json.writeEndArray();
        });
  }

  private void writeFound(JsonGenerator json, PersonId person, Face face) throws IOException {
    json.writeStartObject();
    json.writeBooleanField("success", true);
    json.writeNumberField("faceId", FaceNumbers.of(face.id()));
    Optional<String> url =
        face.source().map(URI::toString).or(() -> sources.find(person, face.id()));
    if (url.isPresent()) {
      json.writeStringField("url", url.get());
    }
    json.writeEndObject();
  }

  private static void writeMissing(JsonGenerator json, String number) throws IOException {
    json.writeStartObject();
    json.writeBooleanField("success", false);
    if (!FaceNumbers.plain(List.of(number)).isEmpty()) {
      json.writeNumberField("faceId", Long.parseLong(number));
    }
    json.writeEndObject();
  }
}
