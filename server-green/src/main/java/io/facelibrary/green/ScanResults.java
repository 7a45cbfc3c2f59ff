package io.facelibrary.green;

import com.fasterxml.jackson.core.JsonGenerator;
import io.facelibrary.Candidate;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceMatch;
import io.facelibrary.Person;
import io.facelibrary.PersonId;
import io.facelibrary.SearchResult;
import io.facelibrary.Similarity;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes the results of a search.
 *
 * <p>Sources: help document 70417 for {@code code}, {@code msg}, {@code scene} and {@code
 * suggestion}. The related scenes for {@code dataId}, {@code taskId} and {@code url}. A client that
 * works with the service for the rest. Document 121341 says that names and notes are returned;
 * their place in the response is assumed.
 */
final class ScanResults {
  private final FaceLibrary library;
  private final ProtocolAssumptions assumptions;

  ScanResults(FaceLibrary library, ProtocolAssumptions assumptions) {
    this.library = library;
    this.assumptions = assumptions;
  }

  /** Returns the result of a task. */
  OperationResult of(SearchResult result) {
    Optional<Candidate> best = result.best();
    Map<PersonId, Optional<Person>> persons = new HashMap<>();
    result.matches().stream()
        .flatMap(match -> match.candidates().stream())
        .forEach(it -> persons.computeIfAbsent(it.person(), library::findPerson));
    return new OperationResult.Done(
        json -> {
          json.writeStartArray();
          json.writeStartObject();
          json.writeStringField("scene", ImageSyncScanHandler.SCENE);
          boolean found = best.isPresent();
          json.writeStringField(
              "suggestion",
              found ? assumptions.suggestionOfMatch() : assumptions.suggestionOfNone());
          json.writeStringField(
              "label", found ? assumptions.labelOfMatch() : assumptions.labelOfNone());
          if (found) {
            writeRate(json, best.get().similarity());
          }
          json.writeArrayFieldStart("topPersonData");
          for (FaceMatch match : result.matches()) {
            writeMatch(json, match, persons);
          }
          json.writeEndArray();
          json.writeEndObject();
          json.writeEndArray();
        });
  }

  /** Writes one element of {@code data}. */
  void write(JsonGenerator json, ImageSyncScanHandler.Task task, OperationResult result)
      throws IOException {
    json.writeStartObject();
    if (result instanceof OperationResult.Failed failed) {
      json.writeNumberField("code", failed.code());
      json.writeStringField("msg", failed.message());
    } else {
      json.writeNumberField("code", GreenCode.OK);
      json.writeStringField("msg", "OK");
    }
    if (task.dataId().isPresent()) {
      json.writeStringField("dataId", task.dataId().get());
    }
    json.writeStringField("taskId", "img" + UUID.randomUUID().toString().replace("-", ""));
    json.writeStringField("url", task.url());
    if (result instanceof OperationResult.Done done) {
      json.writeFieldName("results");
      done.data().write(json);
    }
    json.writeEndObject();
  }

  private void writeMatch(
      JsonGenerator json, FaceMatch match, Map<PersonId, Optional<Person>> persons)
      throws IOException {
    json.writeStartObject();
    if (match.box().isPresent()) {
      json.writeObjectFieldStart("faceItem");
      json.writeNumberField("x", match.box().get().x());
      json.writeNumberField("y", match.box().get().y());
      json.writeNumberField("width", match.box().get().width());
      json.writeNumberField("height", match.box().get().height());
      json.writeEndObject();
    }
    writePersons(json, match.candidates(), persons);
    json.writeEndObject();
  }

  private void writePersons(
      JsonGenerator json, List<Candidate> candidates, Map<PersonId, Optional<Person>> persons)
      throws IOException {
    json.writeArrayFieldStart("persons");
    for (Candidate candidate : candidates) {
      json.writeStartObject();
      Ids.write(json, candidate.person());
      json.writeStringField("faceId", Long.toString(NumericFaceIds.of(candidate.face())));
      writeRate(json, candidate.similarity());
      Optional<Person> person = persons.getOrDefault(candidate.person(), Optional.empty());
      if (person.isPresent()) {
        json.writeStringField("name", person.get().name());
        json.writeStringField("note", person.get().note());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeRate(JsonGenerator json, Similarity similarity) throws IOException {
    json.writeNumberField("rate", similarity.value() * assumptions.rateScale());
  }
}
