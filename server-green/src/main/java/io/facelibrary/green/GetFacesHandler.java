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
  private final NumericFaceIds ids;
  private final FaceSourceUrls sources;
  private final OperationErrors errors;

  GetFacesHandler(
      FaceLibrary library, NumericFaceIds ids, FaceSourceUrls sources, OperationErrors errors) {
    this.library = library;
    this.ids = ids;
    this.sources = sources;
    this.errors = errors;
  }

  @Override
  public OperationResult handle(JsonFields request) {
    PersonId person = Ids.person(request);
    Optional<List<String>> requested = request.optionalTexts("faceIds");
    return requested.isPresent() ? some(person, requested.get()) : all(person);
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

  private OperationResult some(PersonId person, List<String> requested) {
    List<FaceId> plain = NumericFaceIds.plain(requested);
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
    List<String> rest = requested.stream().filter(number -> !found.containsKey(number)).toList();
    found.putAll(ids.computed(person, rest));
    return items(
        json -> {
          for (String number : requested) {
            Face face = found.get(number);
            if (face != null) {
              writeFound(json, person, face);
            } else {
              writeMissing(json, number);
            }
          }
        });
  }

  private static OperationResult items(OperationResult.JsonValue items) {
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
    json.writeNumberField("faceId", NumericFaceIds.of(face.id()));
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
    if (!NumericFaceIds.plain(List.of(number)).isEmpty()) {
      json.writeNumberField("faceId", Long.parseLong(number));
    }
    json.writeEndObject();
  }
}
