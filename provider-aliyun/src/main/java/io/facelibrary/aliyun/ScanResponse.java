package io.facelibrary.aliyun;

import com.fasterxml.jackson.databind.JsonNode;
import io.facelibrary.Box;
import io.facelibrary.FaceId;
import io.facelibrary.PersonId;
import io.facelibrary.Similarity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Result of a search in one group.
 *
 * <p>Sources: help.aliyun.com document 70417 (status of a task, results); the fields from {@code
 * topPersonData} on are known only from a public program.
 *
 * @param faces one per face in the image
 */
record ScanResponse(List<DetectedFace> faces) {

  /**
   * Position of a face in the image, which identifies the same face in the responses for two
   * groups. It is the box of the face, or its index in the response if it has no box.
   *
   * @param index -1 if there is a box
   */
  record FacePosition(Optional<Box> box, int index) {}

  /** A face in the image, and the persons that it may show. */
  record DetectedFace(FacePosition position, List<Hit> hits) {}

  /**
   * A person that a face may show.
   *
   * @param similarity the service's rate by the scale that the user set
   */
  record Hit(PersonId person, FaceId face, Similarity similarity) {}

  /** Reads the result of a successful task. */
  static ScanResponse of(JsonNode task, GreenClient.CallResult result, RateScale scale) {
    List<DetectedFace> faces = new ArrayList<>();
    for (JsonNode item : task.path("results")) {
      for (JsonNode face : item.path("topPersonData")) {
        List<Hit> hits = new ArrayList<>();
        face.path("persons").forEach(person -> hits.add(readHit(person, result, scale)));
        Optional<Box> box = readBox(face.path("faceItem"));
        faces.add(
            new DetectedFace(new FacePosition(box, box.isPresent() ? -1 : faces.size()), hits));
      }
    }
    return new ScanResponse(faces);
  }

  private static Hit readHit(JsonNode person, GreenClient.CallResult result, RateScale scale) {
    Optional<String> personId = Json.id(person.path("personId"));
    Optional<String> faceId = Json.id(person.path("faceId"));
    OptionalDouble rate = Json.number(person.path("rate"));
    if (personId.isEmpty() || faceId.isEmpty() || rate.isEmpty()) {
      throw result
          .failures()
          .defect(result.response(), "a person without personId, faceId or rate");
    }
    Similarity similarity =
        scale
            .similarity(rate.getAsDouble())
            .orElseThrow(() -> result.failures().defect(result.response(), scale.refusal()));
    return new Hit(PersonId.of(personId.get()), FaceId.of(faceId.get()), similarity);
  }

  private static Optional<Box> readBox(JsonNode item) {
    OptionalInt x = Json.integer(item.path("x"));
    OptionalInt y = Json.integer(item.path("y"));
    OptionalInt width = Json.integer(item.path("width"));
    OptionalInt height = Json.integer(item.path("height"));
    boolean complete =
        x.isPresent() && y.isPresent() && width.orElse(0) > 0 && height.orElse(0) > 0;
    return complete
        ? Optional.of(new Box(x.getAsInt(), y.getAsInt(), width.getAsInt(), height.getAsInt()))
        : Optional.empty();
  }
}
