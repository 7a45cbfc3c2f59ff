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
 * What a transfer has done, on disk before and after each call, so that another run goes on where
 * this one ended, however it ended.
 *
 * <p>A line is an intent, with the faces that the person had before the call, or what became of a
 * face of it. An intent without what became of it means that nobody knows.
 */
final class Journal implements AutoCloseable {
  private static final String SOURCE = "source";

  private final Map<String, Done> done = new ConcurrentHashMap<>();
  private final Map<String, Intent> open = new ConcurrentHashMap<>();
  private final Optional<JsonLines> lines;
  private Map<String, Done> before = Map.of();
  private boolean isResumed;

  /** What became of a face: added, unless a reason is given. */
  record Done(ItemOutcome outcome, Optional<FaceId> face, Optional<String> reason) {
    static Done added(FaceId face) {
      return new Done(ItemOutcome.ADDED, Optional.of(face), Optional.empty());
    }

    static Done not(ItemOutcome outcome, String reason) {
      return new Done(outcome, Optional.empty(), Optional.of(reason));
    }
  }

  /** A call that is about to be made. */
  record Intent(String person, List<String> keys, Set<FaceId> before) {}

  private Journal(Optional<JsonLines> lines) {
    this.lines = lines;
  }

  /** A journal of which nothing is kept. */
  static Journal none() {
    return new Journal(Optional.empty());
  }

  /**
   * Opens a journal to go on with.
   *
   * @param source what the journal is of: that of another source would hide what is to be copied
   * @throws InvalidRequestException if it is of another source, or in use, or no journal
   */
  static Journal open(Path file, String source) {
    JsonLines lines = JsonLines.append(file);
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

  /** Reads a journal of which nothing is changed; one that is not there is empty. */
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
                "is of another source, or its source has changed since: begin a new journal, and"
                    + " what is in the library already is told from its pictures where it keeps"
                    + " them");
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

  private void settle(String key, Done what) {
    open.remove(key);
    // What was rejected may be accepted when picture, rights or limits have been mended.
    if (what.outcome() == ItemOutcome.FAILED || what.outcome() == ItemOutcome.REJECTED) {
      done.remove(key);
    } else {
      done.put(key, what);
    }
  }

  /** What became of a face in this or an earlier run, if it need not be looked at again. */
  Optional<Done> done(String key) {
    return Optional.ofNullable(done.get(key));
  }

  /** What became of a face in an earlier run; what this run does is not told. */
  Optional<Done> before(String key) {
    return Optional.ofNullable(before.get(key));
  }

  /** Everything that is done. */
  Map<String, Done> all() {
    return Map.copyOf(done);
  }

  /** The calls for a person of which nobody knows what became of them. */
  Set<Intent> openIntents(String person) {
    return open.values().stream()
        .filter(intent -> intent.person().equals(person))
        .collect(Collectors.toSet());
  }

  /** Whether an earlier run has begun. */
  boolean isResumed() {
    return isResumed;
  }

  /** Notes a call before it is made; on disk when it returns. */
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

  /** Notes what became of faces. */
  void settle(Map<String, Done> what) {
    what.forEach(this::settle);
    lines.ifPresent(
        file -> {
          // Not forced: if it is lost with the power, the intent is still there to be settled.
          file.write(what.entrySet().stream().map(Journal::line).toList());
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
