package io.facelibrary.aliyun;

import com.fasterxml.jackson.databind.JsonNode;
import io.facelibrary.Box;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a search in one group found.
 *
 * <p>Sources: help.aliyun.com document 70417 (status of a task, results); the fields from {@code
 * topPersonData} on are known from a public program only.
 *
 * @param faces one for each face in the picture
 */
record ScanResponse(List<FoundFace> faces) {

  /**
   * Where a face is in the picture. The same face in the answers for two groups is known by its
   * box, or by its place in the answer where there is none.
   */
  record Spot(Optional<Box> box, int place) {}

  /** A face in the picture, and persons that it may be. */
  record FoundFace(Spot spot, List<Hit> hits) {}

  /**
   * A person that a face may be.
   *
   * @param rate how similar, in the service's own scale
   */
  record Hit(String person, String face, double rate) {}

  /** Reads the result of a task that the service says it did. */
  static ScanResponse of(JsonNode task, GreenClient.Reply reply) {
    List<FoundFace> faces = new ArrayList<>();
    for (JsonNode result : task.path("results")) {
      for (JsonNode face : result.path("topPersonData")) {
        List<Hit> hits = new ArrayList<>();
        face.path("persons").forEach(person -> hits.add(hit(person, reply)));
        Optional<Box> box = box(face.path("faceItem"));
        faces.add(new FoundFace(new Spot(box, box.isPresent() ? -1 : faces.size()), hits));
      }
    }
    return new ScanResponse(faces);
  }

  private static Hit hit(JsonNode person, GreenClient.Reply reply) {
    Optional<String> personId = Json.id(person.path("personId"));
    Optional<String> faceId = Json.id(person.path("faceId"));
    OptionalDouble rate = Json.number(person.path("rate"));
    if (personId.isEmpty() || faceId.isEmpty() || rate.isEmpty()) {
      throw reply.failures().defect(reply.answer(), "a person without personId, faceId or rate");
    }
    return new Hit(personId.get(), faceId.get(), rate.getAsDouble());
  }

  private static Optional<Box> box(JsonNode item) {
    OptionalInt x = Json.integer(item.path("x"));
    OptionalInt y = Json.integer(item.path("y"));
    OptionalInt width = Json.integer(item.path("width"));
    OptionalInt height = Json.integer(item.path("height"));
    boolean whole = x.isPresent() && y.isPresent() && width.orElse(0) > 0 && height.orElse(0) > 0;
    return whole
        ? Optional.of(new Box(x.getAsInt(), y.getAsInt(), width.getAsInt(), height.getAsInt()))
        : Optional.empty();
  }
}
