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

/** An index of embeddings. */
final class VectorSearchIndex implements SearchIndex {
  private final GroupBitmapIndex<StoredPerson> groups = new GroupBitmapIndex<>();
  private final VectorScan scan = new VectorScan();
  private final ChunkAllocator chunks;

  VectorSearchIndex(int dimensions) {
    chunks = new ChunkAllocator(dimensions);
  }

  @Override
  public Object add(StoredPerson person, FaceId face, ArchivedFace content) {
    FaceEmbedding embedding = content.embedding().orElseThrow();
    VectorChunk chunk = chunks.put(person, face, embedding);
    groups.add(chunk, chunk.maskOf(face), person.memberships());
    return chunk;
  }

  @Override
  public void remove(StoredPerson person, FaceId face, Object handle) {
    VectorChunk chunk = (VectorChunk) handle;
    groups.remove(chunk, chunk.maskOf(face), person.memberships());
    chunks.remove(chunk, face);
  }

  @Override
  public ArchivedFace content(FaceId face, Object handle) {
    return ArchivedFace.of(((VectorChunk) handle).embedding(face));
  }

  @Override
  public void joinGroups(StoredPerson person, Collection<GroupId> joined) {
    for (Faces.Indexed known : person.indexedFaces()) {
      VectorChunk chunk = (VectorChunk) known.handle();
      groups.add(chunk, chunk.maskOf(known.face()), joined);
    }
  }

  @Override
  public void leaveGroups(StoredPerson person, Collection<GroupId> left) {
    for (Faces.Indexed known : person.indexedFaces()) {
      VectorChunk chunk = (VectorChunk) known.handle();
      groups.remove(chunk, chunk.maskOf(known.face()), left);
    }
  }

  @Override
  public List<List<Neighbor>> nearest(List<float[]> probes, List<GroupId> searched, int limit) {
    List<VectorScan.MaskedBlock<StoredPerson>> blocks = groups.blocks(searched);
    List<List<Neighbor>> nearest = new ArrayList<>(probes.size());
    for (float[] probe : probes) {
      // A concurrent change may have given a slot to a person in other groups: check again.
      NearestNeighbors<StoredPerson> prototype =
          new NearestNeighbors<>(
              limit,
              StoredPerson.BY_ID,
              person -> searched.stream().anyMatch(person.memberships()::contains));
      nearest.add(
          scan.scan(blocks, probe, prototype).hits().stream()
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
