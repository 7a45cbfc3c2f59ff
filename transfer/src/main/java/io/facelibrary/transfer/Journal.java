package io.facelibrary.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.facelibrary.FaceId;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.InvalidRequestException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The write-ahead log of a transfer. It is written before and after each call, so that another run
 * can resume this one, however it ended.
 *
 * <p>A line is either an intent, with the faces that the person had before the call, or the outcome
 * of one of its faces. If a face of an intent has no outcome, its outcome is not known.
 */
final class Journal implements AutoCloseable {
  private static final String SOURCE = "source";

  private final Map<String, Done> done = new ConcurrentHashMap<>();
  private final Map<String, Intent> open = new ConcurrentHashMap<>();
  private final Optional<JsonLines> lines;
  private Map<String, Done> before = Map.of();
  private boolean isResumed;

  /** The outcome of a face, with its new id if it was added, or else with the reason. */
  record Done(ItemOutcome outcome, Optional<FaceId> face, Optional<String> reason) {
    static Done added(FaceId face) {
      return new Done(ItemOutcome.ADDED, Optional.of(face), Optional.empty());
    }

    static Done withReason(ItemOutcome outcome, String reason) {
      return new Done(outcome, Optional.empty(), Optional.of(reason));
    }

    /**
     * Returns an outcome with the text of a failure. An invalid request was not sent, so its field
     * and rule are enough. Other failures are recorded with the call, the kind and the effect.
     */
    static Done withReason(ItemOutcome outcome, FaceLibraryException cause) {
      return withReason(
          outcome,
          cause instanceof InvalidRequestException
              ? cause.reason()
              : String.valueOf(cause.getMessage()));
    }
  }

  /**
   * A call that is about to be made.
   *
   * @param keys the faces that it adds
   * @param before the faces that the person has before it
   */
  record Intent(String person, List<String> keys, Set<FaceId> before) {}

  private Journal(Optional<JsonLines> lines) {
    this.lines = lines;
  }

  /** Returns a journal without a file. */
  static Journal none() {
    return new Journal(Optional.empty());
  }

  /**
   * Opens a journal to resume, and to append to.
   *
   * @param source the identity of the source; a journal of another source would skip faces that
   *     were never copied
   * @throws InvalidRequestException if it belongs to another source, is in use, or is not a journal
   */
  static Journal open(Path file, String source) {
    JsonLines lines = JsonLines.openToAppend(file);
    try {
      Journal journal = new Journal(Optional.of(lines));
      journal.replay(file, source);
      if (!journal.isResumed) {
        lines.write(List.of(Json.MAPPER.createObjectNode().put(SOURCE, source)));
      }
      return journal;
    } catch (FaceLibraryException e) {
      lines.close();
      throw e;
    }
  }

  /** Reads a journal without changing it. If the file does not exist, the journal is empty. */
  static Journal read(Path file, String source) {
    Journal journal = none();
    journal.replay(file, source);
    return journal;
  }

  private void replay(Path file, String source) {
    JsonLines.read(
        file,
        line -> {
          if (isResumed) {
            replay(line);
          } else if (!line.path(SOURCE).asText().equals(source)) {
            throw InvalidRequestException.of(
                "journal",
                "belongs to another source, or the source has changed since: begin a new journal."
                    + " Faces that are already in the library are recognized by their images, if"
                    + " the library keeps images");
          }
          isResumed = true;
        });
    before = Map.copyOf(done);
  }

  private void replay(JsonNode line) {
    if (line.has("intent")) {
      List<String> keys = new ArrayList<>();
      line.get("intent").forEach(key -> keys.add(key.asText()));
      List<FaceId> before = new ArrayList<>();
      line.get("before").forEach(face -> before.add(FaceId.of(face.asText())));
      open(new Intent(line.get("person").asText(), keys, Set.copyOf(before)));
    } else {
      Optional<FaceId> face =
          Optional.ofNullable(line.get("face")).map(it -> FaceId.of(it.asText()));
      Optional<String> reason = Optional.ofNullable(line.get("reason")).map(JsonNode::asText);
      settle(
          line.get("key").asText(),
          new Done(ItemOutcome.valueOf(line.get("outcome").asText()), face, reason));
    }
  }

  private void open(Intent intent) {
    intent.keys().forEach(key -> open.put(key, intent));
  }

  private void settle(String key, Done outcome) {
    open.remove(key);
    // Tried again by the next run: the image, the permissions or the limits may have changed.
    if (outcome.outcome() == ItemOutcome.FAILED || outcome.outcome() == ItemOutcome.REJECTED) {
      done.remove(key);
    } else {
      done.put(key, outcome);
    }
  }

  /**
   * Returns the outcome of a face in this or an earlier run; empty if the face must be tried again.
   */
  Optional<Done> done(String key) {
    return Optional.ofNullable(done.get(key));
  }

  /** Returns the outcome of a face in an earlier run only. */
  Optional<Done> before(String key) {
    return Optional.ofNullable(before.get(key));
  }

  /** Returns all outcomes that stand, by face. */
  Map<String, Done> all() {
    return Map.copyOf(done);
  }

  /** Returns the calls for a person whose outcome is not known. */
  Set<Intent> openIntents(String person) {
    return open.values().stream()
        .filter(intent -> intent.person().equals(person))
        .collect(Collectors.toSet());
  }

  /** Returns whether an earlier run began. */
  boolean isResumed() {
    return isResumed;
  }

  /** Writes an intent and forces it to disk. */
  void intend(Intent intent) {
    open(intent);
    ObjectNode line = Json.MAPPER.createObjectNode();
    ArrayNode keys = line.putArray("intent");
    intent.keys().forEach(keys::add);
    line.put("person", intent.person());
    ArrayNode before = line.putArray("before");
    intent.before().forEach(face -> before.add(face.value()));
    lines.ifPresent(
        file -> {
          file.write(List.of(line));
          file.force();
        });
  }

  /** Writes outcomes. */
  void settle(Map<String, Done> outcomes) {
    outcomes.forEach(this::settle);
    lines.ifPresent(
        file -> {
          // Not forced: if a power failure loses these lines, the intent is still open and is
          // recovered by the next run.
          file.write(outcomes.entrySet().stream().map(Journal::line).toList());
        });
  }

  private static ObjectNode line(Map.Entry<String, Done> entry) {
    ObjectNode line = Json.MAPPER.createObjectNode();
    line.put("key", entry.getKey());
    line.put("outcome", entry.getValue().outcome().name());
    entry.getValue().face().ifPresent(face -> line.put("face", face.value()));
    entry.getValue().reason().ifPresent(reason -> line.put("reason", reason));
    return line;
  }

  @Override
  public void close() {
    lines.ifPresent(JsonLines::close);
  }
}
