package io.facelibrary.inmemory;

import io.facelibrary.ArchivedFace;
import io.facelibrary.FaceEmbedding;
import io.facelibrary.FaceId;
import io.facelibrary.GroupId;
import io.facelibrary.engine.GroupBitmapIndex;
import io.facelibrary.engine.NearestNeighbors;
import io.facelibrary.engine.Neighbor;
import io.facelibrary.engine.VectorScan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Knows faces by embeddings. */
final class VectorSearchIndex implements SearchIndex {
  private final GroupBitmapIndex<StoredPerson> groups = new GroupBitmapIndex<>();
  private final VectorScan scan = new VectorScan();
  private final ChunkAllocator pool;

  VectorSearchIndex(int dimensions) {
    pool = new ChunkAllocator(dimensions);
  }

  @Override
  public Object learn(StoredPerson person, FaceId face, ArchivedFace kept) {
    FaceEmbedding embedding = kept.embedding().orElseThrow();
    VectorChunk chunk = pool.put(person, face, embedding);
    groups.enter(chunk, chunk.bitOf(face), person.memberships());
    return chunk;
  }

  @Override
  public void forget(StoredPerson person, FaceId face, Object trace) {
    VectorChunk chunk = (VectorChunk) trace;
    groups.leave(chunk, chunk.bitOf(face), person.memberships());
    pool.remove(chunk, face);
  }

  @Override
  public ArchivedFace archived(FaceId face, Object trace) {
    return new ArchivedFace(Optional.empty(), Optional.of(((VectorChunk) trace).embedding(face)));
  }

  @Override
  public void enter(StoredPerson person, Collection<GroupId> entered) {
    for (Faces.Known known : person.known()) {
      VectorChunk chunk = (VectorChunk) known.trace();
      groups.enter(chunk, chunk.bitOf(known.face()), entered);
    }
  }

  @Override
  public void leave(StoredPerson person, Collection<GroupId> left) {
    for (Faces.Known known : person.known()) {
      VectorChunk chunk = (VectorChunk) known.trace();
      groups.leave(chunk, chunk.bitOf(known.face()), left);
    }
  }

  @Override
  public List<List<Neighbor>> nearest(List<float[]> probes, List<GroupId> asked, int most) {
    List<VectorScan.Part<StoredPerson>> parts = groups.parts(asked);
    List<List<Neighbor>> nearest = new ArrayList<>(probes.size());
    for (float[] probe : probes) {
      // A slot may meanwhile have gone to a person of other groups.
      NearestNeighbors<StoredPerson> nobody =
          new NearestNeighbors<>(
              most,
              StoredPerson.BY_ID,
              person -> asked.stream().anyMatch(person.memberships()::contains));
      nearest.add(
          scan.scan(parts, probe, nobody).hits().stream()
              .map(hit -> new Neighbor(hit.person().id(), hit.face(), hit.squaredDistance()))
              .toList());
    }
    return nearest;
  }

  @Override
  public void close() {
    scan.close();
  }
}
