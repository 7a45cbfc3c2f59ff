package io.facelibrary.inmemory;

import io.facelibrary.ArchivedFace;
import io.facelibrary.FaceEmbedding;
import io.facelibrary.FaceId;
import io.facelibrary.GroupId;
import io.facelibrary.engine.GroupSlots;
import io.facelibrary.engine.Near;
import io.facelibrary.engine.Nearest;
import io.facelibrary.engine.VectorScan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Knows faces by embeddings. */
final class VectorRecall implements Recall {
  private final GroupSlots<PersonEntry> groups = new GroupSlots<>();
  private final VectorScan scan = new VectorScan();
  private final VectorPool pool;

  VectorRecall(int dimensions) {
    pool = new VectorPool(dimensions);
  }

  @Override
  public Object learn(PersonEntry person, FaceId face, ArchivedFace kept) {
    FaceEmbedding embedding = kept.embedding().orElseThrow();
    VectorChunk chunk = pool.put(person, face, embedding);
    groups.enter(chunk, chunk.bitOf(face), person.memberships());
    return chunk;
  }

  @Override
  public void forget(PersonEntry person, FaceId face, Object trace) {
    VectorChunk chunk = (VectorChunk) trace;
    groups.leave(chunk, chunk.bitOf(face), person.memberships());
    pool.remove(chunk, face);
  }

  @Override
  public ArchivedFace archived(FaceId face, Object trace) {
    return new ArchivedFace(Optional.empty(), Optional.of(((VectorChunk) trace).embedding(face)));
  }

  @Override
  public void enter(PersonEntry person, Collection<GroupId> entered) {
    for (Faces.Known known : person.known()) {
      VectorChunk chunk = (VectorChunk) known.trace();
      groups.enter(chunk, chunk.bitOf(known.face()), entered);
    }
  }

  @Override
  public void leave(PersonEntry person, Collection<GroupId> left) {
    for (Faces.Known known : person.known()) {
      VectorChunk chunk = (VectorChunk) known.trace();
      groups.leave(chunk, chunk.bitOf(known.face()), left);
    }
  }

  @Override
  public List<List<Near>> nearest(List<float[]> probes, List<GroupId> asked, int most) {
    List<VectorScan.Part<PersonEntry>> parts = groups.parts(asked);
    List<List<Near>> nearest = new ArrayList<>(probes.size());
    for (float[] probe : probes) {
      // A slot may meanwhile have gone to a person of other groups.
      Nearest<PersonEntry> nobody =
          new Nearest<>(
              most,
              PersonEntry.BY_ID,
              person -> asked.stream().anyMatch(person.memberships()::contains));
      nearest.add(
          scan.scan(parts, probe, nobody).hits().stream()
              .map(hit -> new Near(hit.person().id(), hit.face(), hit.squaredDistance()))
              .toList());
    }
    return nearest;
  }

  @Override
  public void close() {
    scan.close();
  }
}
