package io.facelibrary.transfer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Counts what became of faces, tells of it, and writes it into the report. */
final class Counters {
  private final Map<ItemOutcome, Long> faces = new EnumMap<>(ItemOutcome.class);
  private final Optional<JsonLines> report;
  private final TransferProgress progress;
  private final OptionalLong total;
  private long personsAdded;
  private long done;

  Counters(Optional<JsonLines> report, TransferProgress progress, OptionalLong total) {
    this.report = report;
    this.progress = progress;
    this.total = total;
  }

  synchronized void person() {
    personsAdded++;
  }

  synchronized void face(String person, String key, ItemOutcome outcome, Journal.Done what) {
    faces.merge(outcome, 1L, Long::sum);
    done++;
    ObjectNode line = Json.MAPPER.createObjectNode();
    line.put("item", key);
    line.put("person", person);
    line.put("outcome", outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    what.face().ifPresent(face -> line.put("face", face.value()));
    what.reason().ifPresent(reason -> line.put("reason", reason));
    report.ifPresent(file -> file.write(List.of(line)));
    progress.heard(
        done,
        total,
        count(ItemOutcome.REJECTED) + count(ItemOutcome.FAILED) + count(ItemOutcome.UNKNOWN));
  }

  private long count(ItemOutcome outcome) {
    return faces.getOrDefault(outcome, 0L);
  }

  synchronized TransferResult result(boolean isStopped, boolean tellsEveryone) {
    return new TransferResult(personsAdded, faces, isStopped, tellsEveryone);
  }
}
