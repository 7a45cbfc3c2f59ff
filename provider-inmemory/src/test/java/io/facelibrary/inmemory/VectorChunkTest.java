package io.facelibrary.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.FaceEmbedding;
import io.facelibrary.FaceId;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import io.facelibrary.engine.PersonChange;
import io.facelibrary.engine.VectorBlock64;
import java.lang.reflect.Field;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VectorChunkTest {
  private static final GroupId STAFF = GroupId.of("staff");
  private static final FaceEmbedding ONE = FaceEmbedding.of(new float[] {1, 2, 3});

  private final MemoryStore store = MemoryStore.ofEmbeddings(10, Clock.systemUTC(), 3);
  private final StoredPerson anna = new StoredPerson(store, PersonId.of("anna"), "", "");
  private final ChunkAllocator allocator = new ChunkAllocator(3);

  @Test
  void overwritesADeletedFaceInMemory() throws Exception {
    VectorChunk chunk = new VectorChunk(3);
    chunk.put(anna, FaceId.of("1"), ONE);
    Field field = VectorChunk.class.getDeclaredField("values");
    field.setAccessible(true);
    float[] values = (float[]) field.get(chunk);
    assertThat(values).contains(1f, 2f, 3f);

    chunk.remove(FaceId.of("1"));

    assertThat(values).containsOnly(0f);
    assertThat(chunk.isEmpty()).isTrue();
  }

  @Test
  void fillsFreeSlotsBeforeItAllocatesAnotherChunk() {
    anna.make(PersonChange.NONE.joining(Set.of(STAFF)));
    List<VectorChunk> chunks = new ArrayList<>();
    for (int i = 0; i < VectorBlock64.SLOTS; i++) {
      chunks.add(allocator.put(anna, FaceId.of("f" + i), ONE));
    }
    allocator.remove(chunks.get(0), FaceId.of("f7"));

    VectorChunk next = allocator.put(anna, FaceId.of("next"), ONE);
    VectorChunk another = allocator.put(anna, FaceId.of("another"), ONE);

    assertThat(chunks).containsOnly(chunks.get(0));
    assertThat(next).isSameAs(chunks.get(0));
    assertThat(next.maskOf(FaceId.of("next"))).isEqualTo(1L << 7);
    assertThat(another).isNotSameAs(next);
  }

  @Test
  void storesTheFacesOfAGroupInOneChunk() {
    StoredPerson ben = new StoredPerson(store, PersonId.of("ben"), "", "");
    anna.make(PersonChange.NONE.joining(Set.of(STAFF)));
    ben.make(PersonChange.NONE.joining(Set.of(GroupId.of("guests"))));

    VectorChunk first = allocator.put(anna, FaceId.of("1"), ONE);
    VectorChunk other = allocator.put(ben, FaceId.of("2"), ONE);
    VectorChunk second = allocator.put(anna, FaceId.of("3"), ONE);

    assertThat(second).isSameAs(first);
    assertThat(other).isNotSameAs(first);
  }
}
