package io.facelibrary.inmemory;

import io.facelibrary.ArchivedFace;
import io.facelibrary.FaceEmbedding;
import io.facelibrary.FaceId;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import io.facelibrary.engine.GroupBitmapIndex;
import io.facelibrary.engine.NearestNeighbors;
import io.facelibrary.engine.NearestQuery;
import io.facelibrary.engine.Neighbor;
import io.facelibrary.engine.Neighbors;
import io.facelibrary.engine.NewFace;
import io.facelibrary.engine.VectorScan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An index of embeddings. */
final class VectorSearchIndex implements SearchIndex {
  private final GroupBitmapIndex<StoredPerson> groups = new GroupBitmapIndex<>();
  private final VectorScan scan = new VectorScan();
  private final ChunkAllocator chunks;

  VectorSearchIndex(int dimensions) {
    chunks = new ChunkAllocator(dimensions);
  }

  @Override
  public Object add(StoredPerson person, NewFace face) {
    FaceEmbedding embedding = face.embedding().orElseThrow();
    VectorChunk chunk = chunks.put(person, face.id(), embedding);
    groups.add(chunk, chunk.maskOf(face.id()), person.memberships());
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
  public Neighbors nearest(NearestQuery query, Persons persons) {
    List<VectorScan.MaskedBlock<StoredPerson>> blocks =
        query.persons().isPresent()
            ? blocksOf(query.persons().get(), query.groups(), persons)
            : groups.blocks(query.groups());
    long faces = VectorScan.slotCount(blocks);
    double bound = query.bound().applyAsDouble(faces);
    List<List<Neighbor>> nearest = new ArrayList<>(query.probes().size());
    for (float[] probe : query.probes()) {
      NearestNeighbors<StoredPerson> prototype =
          new NearestNeighbors<>(
              query.most(), bound, StoredPerson.BY_ID, person -> isAskedFor(person, query));
      nearest.add(
          scan.scan(blocks, probe, prototype).hits().stream()
              .map(hit -> new Neighbor(hit.person().id(), hit.face(), hit.squaredDistance()))
              .toList());
    }
    return new Neighbors(nearest, faces);
  }

  /** Checks a person again: a concurrent change may have given its slot to another person. */
  private static boolean isAskedFor(StoredPerson person, NearestQuery query) {
    return isIn(person, query.groups())
        && (query.persons().isEmpty() || query.persons().get().contains(person.id()));
  }

  private static boolean isIn(StoredPerson person, List<GroupId> searched) {
    return searched.stream().anyMatch(person.memberships()::contains);
  }

  /** Returns the slots of some persons, without looking at the other members of their groups. */
  private static List<VectorScan.MaskedBlock<StoredPerson>> blocksOf(
      Set<PersonId> among, List<GroupId> searched, Persons persons) {
    Map<VectorChunk, Long> masks = new LinkedHashMap<>();
    for (PersonId id : among) {
      persons.ifPresent(
          id,
          person -> {
            if (isIn(person, searched)) {
              for (Faces.Indexed known : person.indexedFaces()) {
                VectorChunk chunk = (VectorChunk) known.handle();
                masks.merge(chunk, chunk.maskOf(known.face()), (one, other) -> one | other);
              }
            }
            return true;
          });
    }
    List<VectorScan.MaskedBlock<StoredPerson>> blocks = new ArrayList<>(masks.size());
    masks.forEach((chunk, mask) -> blocks.add(new VectorScan.MaskedBlock<>(chunk, mask)));
    return blocks;
  }

  @Override
  public void close() {
    scan.close();
  }
}
