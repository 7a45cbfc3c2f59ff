package io.facelibrary.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.embedded.support.Erasure;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorFileTest {
  private static final int DIMENSIONS = 4;

  @TempDir Path folder;

  @Test
  void vectorsAreStoredWhenOpenedAgain() {
    try (VectorFile file = open("model")) {
      for (int face = 1; face <= VectorBlock.SLOTS + 1; face++) {
        file.put(face, face * 10L, vector(face));
      }
    }

    try (VectorFile file = open("model")) {
      assertThat(file.size()).isEqualTo(VectorBlock.SLOTS + 1);
      assertThat(file.blocks()).hasSize(2);
      assertThat(file.contains(VectorBlock.SLOTS + 1, (VectorBlock.SLOTS + 1) * 10L)).isTrue();
      assertThat(file.hasVector(7, vector(7))).isTrue();
      float[] second = new float[DIMENSIONS];
      file.blocks().get(0).copyVectors(1, second, DIMENSIONS);
      assertThat(second[0]).isEqualTo(2f);
    }
  }

  @Test
  void theSlotOfADeletedFaceIsZeroedAndUsedAgain() throws Exception {
    try (VectorFile file = open("model")) {
      file.put(1, 10, vector(0x1.23456p20f));
      file.put(2, 20, vector(2));
      file.remove(1);
      file.force();

      assertThat(Erasure.occursIn(folder, vector(0x1.23456p20f))).isFalse();
      file.put(3, 30, vector(3));

      assertThat(file.blocks().get(0).face(0)).isEqualTo(3);
      assertThat(file.size()).isEqualTo(2);
    }
  }

  @Test
  void aVectorWithAFlippedByteIsRemoved() throws Exception {
    try (VectorFile file = open("model")) {
      file.put(1, 10, vector(1));
      file.put(2, 20, vector(2));
    }
    flip(path(), Files.size(path()) - (VectorBlock.SLOTS - 1) * DIMENSIONS * 4L);

    try (VectorFile file = open("model")) {
      assertThat(file.contains(1, 10)).isTrue();
      assertThat(file.contains(2, 20)).isFalse();
    }
  }

  @Test
  void aTruncatedFileCanBeOpened() throws Exception {
    try (VectorFile file = open("model")) {
      file.put(1, 10, vector(1));
    }
    for (long length : new long[] {0, 1, 4095, 4096, 5000}) {
      try (RandomAccessFile cut = new RandomAccessFile(path().toFile(), "rw")) {
        cut.setLength(length);
      }

      try (VectorFile file = open("model")) {
        assertThat(file.size()).isZero();
        file.put(1, 10, vector(1));
      }
    }
  }

  @Test
  void theFileOfAnotherModelIsReset() {
    try (VectorFile file = open("model")) {
      file.put(1, 10, vector(1));
    }

    try (VectorFile file = open("other")) {
      assertThat(file.size()).isZero();
    }
  }

  @Test
  void theMapBehavesLikeAHashMap() {
    LongIntMap map = new LongIntMap();
    Map<Long, Integer> expected = new HashMap<>();
    Random random = new Random(7);

    for (int i = 0; i < 50_000; i++) {
      long key = 1L + random.nextInt(3_000);
      if (random.nextBoolean()) {
        map.put(key, i);
        expected.put(key, i);
      } else {
        Integer removed = expected.remove(key);
        assertThat(map.remove(key)).isEqualTo(removed == null ? -1 : removed);
      }
    }

    assertThat(map.size()).isEqualTo(expected.size());
    assertThat(expected).allSatisfy((key, value) -> assertThat(map.get(key)).isEqualTo(value));
  }

  static void flip(Path file, long at) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek(at);
      int old = bytes.read();
      bytes.seek(at);
      bytes.write(old ^ 0x10);
    }
  }

  private VectorFile open(String model) {
    return VectorFile.open(path(), model, DIMENSIONS);
  }

  private Path path() {
    return folder.resolve("vectors");
  }

  private static byte[] vector(float first) {
    return PersonRowWriter.bytes(new float[] {first, 1, 2, 3});
  }
}
