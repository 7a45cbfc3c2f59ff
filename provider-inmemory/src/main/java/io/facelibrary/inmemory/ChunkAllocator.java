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
 * Puts embeddings into chunks, those of one group beside each other, so that a search in it reads
 * memory in order. Who is in several groups is kept with one of them.
 */
final class ChunkAllocator {
  private final Map<Optional<GroupId>, Set<VectorChunk>> withRoom = new ConcurrentHashMap<>();
  private final Map<VectorChunk, Optional<GroupId>> homes = new ConcurrentHashMap<>();
  private final int dimensions;

  ChunkAllocator(int dimensions) {
    this.dimensions = dimensions;
  }

  /** Keeps an embedding, and returns the chunk that it is in. */
  VectorChunk put(StoredPerson person, FaceId face, FaceEmbedding embedding) {
    Optional<GroupId> home = person.memberships().stream().findFirst();
    VectorChunk[] chosen = new VectorChunk[1];
    withRoom.compute(
        home,
        (key, known) -> {
          Set<VectorChunk> chunks = known == null ? new LinkedHashSet<>() : known;
          VectorChunk chunk = chunks.stream().findFirst().orElseGet(() -> newChunk(home));
          chunk.put(person, face, embedding);
          chosen[0] = chunk;
          return withOrWithout(chunks, chunk);
        });
    return chosen[0];
  }

  private VectorChunk newChunk(Optional<GroupId> home) {
    VectorChunk chunk = new VectorChunk(dimensions);
    homes.put(chunk, home);
    return chunk;
  }

  /** Drops an embedding, and its chunk when nothing is left in it. */
  void remove(VectorChunk chunk, FaceId face) {
    Optional<GroupId> home = homes.getOrDefault(chunk, Optional.empty());
    withRoom.compute(
        home,
        (key, known) -> {
          Set<VectorChunk> chunks = known == null ? new LinkedHashSet<>() : known;
          chunk.remove(face);
          if (chunk.isEmpty()) {
            homes.remove(chunk);
          }
          return withOrWithout(chunks, chunk);
        });
  }

  private static @Nullable Set<VectorChunk> withOrWithout(
      Set<VectorChunk> chunks, VectorChunk chunk) {
    if (chunk.isFull() || chunk.isEmpty()) {
      chunks.remove(chunk);
    } else {
      chunks.add(chunk);
    }
    return chunks.isEmpty() ? null : chunks;
  }
}
