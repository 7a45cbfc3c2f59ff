package io.facelibrary.transfer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Counts outcomes, writes each into the report and passes the counts to the listener. */
final class Counters {
  private final Map<ItemOutcome, Long> faces = new EnumMap<>(ItemOutcome.class);
  private final Optional<JsonLines> report;
  private final ProgressListener listener;
  private final OptionalLong total;
  private long personsAdded;
  private long done;

  Counters(Optional<JsonLines> report, ProgressListener listener, OptionalLong total) {
    this.report = report;
    this.listener = listener;
    this.total = total;
  }

  synchronized void countPerson() {
    personsAdded++;
  }

  synchronized void countFace(String person, String key, ItemOutcome outcome, Journal.Done detail) {
    faces.merge(outcome, 1L, Long::sum);
    done++;
    ObjectNode line = Json.MAPPER.createObjectNode();
    line.put("item", key);
    line.put("person", person);
    line.put("outcome", Words.of(outcome));
    detail.face().ifPresent(face -> line.put("face", face.value()));
    detail.reason().ifPresent(reason -> line.put("reason", reason));
    report.ifPresent(file -> file.write(List.of(line)));
    listener.onProgress(progress());
  }

  private Progress progress() {
    Progress reached =
        Progress.of(done)
            .withNotTransferred(
                count(ItemOutcome.REJECTED)
                    + count(ItemOutcome.FAILED)
                    + count(ItemOutcome.UNKNOWN));
    return total.isPresent() ? reached.withTotal(total.getAsLong()) : reached;
  }

  private long count(ItemOutcome outcome) {
    return faces.getOrDefault(outcome, 0L);
  }

  synchronized TransferResult result(boolean isStopped, boolean includesUngrouped) {
    return new TransferResult(personsAdded, faces, isStopped, includesUngrouped);
  }
}
