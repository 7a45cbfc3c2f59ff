package io.facelibrary.green;

import com.fasterxml.jackson.core.JsonGenerator;
import io.facelibrary.Candidate;
import io.facelibrary.FaceLibrary;
import io.facelibrary.PageRequest;
import io.facelibrary.Person;
import io.facelibrary.PersonId;
import io.facelibrary.SearchResult;
import io.facelibrary.SearchedFace;
import io.facelibrary.Similarity;
import io.facelibrary.Verdict;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

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
    boolean found = best.isPresent() && best.get().verdict() != Verdict.UNLIKELY;
    Map<PersonId, Person> persons = library.findPersons(candidates(result));
    return new OperationResult.Done(
        json -> {
          json.writeStartArray();
          json.writeStartObject();
          json.writeStringField("scene", ImageSyncScanHandler.SCENE);
          json.writeStringField("suggestion", suggestion(best));
          json.writeStringField(
              "label", found ? assumptions.labelOfMatch() : assumptions.labelOfNone());
          if (best.isPresent()) {
            writeRate(json, best.get().similarity());
          }
          json.writeArrayFieldStart("topPersonData");
          for (SearchedFace face : result.faces()) {
            writeFace(json, face, persons);
          }
          json.writeEndArray();
          json.writeEndObject();
          json.writeEndArray();
        });
  }

  /** Returns the candidates, at most as many as a library finds in one call. */
  private static Set<PersonId> candidates(SearchResult result) {
    return result.faces().stream()
        .flatMap(face -> face.candidates().stream())
        .map(Candidate::person)
        .distinct()
        .limit(PageRequest.MAX_SIZE)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private String suggestion(Optional<Candidate> best) {
    return switch (best.map(Candidate::verdict).orElse(Verdict.UNLIKELY)) {
      // Without a verdict, every candidate counts as found.
      case MATCH, UNJUDGED -> assumptions.suggestionOfMatch();
      case POSSIBLE -> assumptions.suggestionOfPossible();
      case UNLIKELY -> assumptions.suggestionOfNone();
    };
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

  private void writeFace(JsonGenerator json, SearchedFace face, Map<PersonId, Person> persons)
      throws IOException {
    json.writeStartObject();
    if (face.box().isPresent()) {
      json.writeObjectFieldStart("faceItem");
      json.writeNumberField("x", face.box().get().x());
      json.writeNumberField("y", face.box().get().y());
      json.writeNumberField("width", face.box().get().width());
      json.writeNumberField("height", face.box().get().height());
      json.writeEndObject();
    }
    writePersons(json, face.candidates(), persons);
    json.writeEndObject();
  }

  private void writePersons(
      JsonGenerator json, List<Candidate> candidates, Map<PersonId, Person> persons)
      throws IOException {
    json.writeArrayFieldStart("persons");
    for (Candidate candidate : candidates) {
      json.writeStartObject();
      Ids.write(json, candidate.person());
      if (candidate.face().isPresent()) {
        json.writeStringField("faceId", Long.toString(NumericFaceIds.of(candidate.face().get())));
      }
      writeRate(json, candidate.similarity());
      Optional<Person> person = Optional.ofNullable(persons.get(candidate.person()));
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
