package io.facelibrary.inmemory;

import io.facelibrary.FaceEmbedding;
import io.facelibrary.FaceId;
import io.facelibrary.GroupId;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Allocates slots in chunks. The faces of a group share chunks, so that a search in the group reads
 * memory in order. The faces of a person in several groups are allocated with one of them.
 */
final class ChunkAllocator {
  private final Map<Optional<GroupId>, Set<VectorChunk>> withFreeSlots = new ConcurrentHashMap<>();
  private final Map<VectorChunk, Optional<GroupId>> groupOf = new ConcurrentHashMap<>();
  private final int dimensions;

  ChunkAllocator(int dimensions) {
    this.dimensions = dimensions;
  }

  /** Stores an embedding and returns its chunk. */
  VectorChunk put(StoredPerson person, FaceId face, FaceEmbedding embedding) {
    Optional<GroupId> group = person.memberships().stream().findFirst();
    VectorChunk[] chosen = new VectorChunk[1];
    withFreeSlots.compute(
        group,
        (key, known) -> {
          Set<VectorChunk> chunks = known == null ? new LinkedHashSet<>() : known;
          VectorChunk chunk = chunks.stream().findFirst().orElseGet(() -> newChunk(group));
          chunk.put(person, face, embedding);
          chosen[0] = chunk;
          return listIfUsable(chunks, chunk);
        });
    return chosen[0];
  }

  private VectorChunk newChunk(Optional<GroupId> group) {
    VectorChunk chunk = new VectorChunk(dimensions);
    groupOf.put(chunk, group);
    return chunk;
  }

  /** Removes an embedding, and its chunk if the chunk is then empty. */
  void remove(VectorChunk chunk, FaceId face) {
    Optional<GroupId> group = groupOf.getOrDefault(chunk, Optional.empty());
    withFreeSlots.compute(
        group,
        (key, known) -> {
          Set<VectorChunk> chunks = known == null ? new LinkedHashSet<>() : known;
          chunk.remove(face);
          if (chunk.isEmpty()) {
            groupOf.remove(chunk);
          }
          return listIfUsable(chunks, chunk);
        });
  }

  private static @Nullable Set<VectorChunk> listIfUsable(
      Set<VectorChunk> chunks, VectorChunk chunk) {
    if (chunk.isFull() || chunk.isEmpty()) {
      chunks.remove(chunk);
    } else {
      chunks.add(chunk);
    }
    return chunks.isEmpty() ? null : chunks;
  }
}
