package io.facelibrary.embedded;

import io.facelibrary.GroupId;
import io.facelibrary.engine.GroupBitmapIndex;
import io.facelibrary.engine.NearestNeighbors;
import io.facelibrary.engine.VectorBlock64;
import io.facelibrary.engine.VectorScan;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;

/**
 * The mapped vectors and which of them belong to which group: which slots, so that a search costs
 * what its groups hold. Changed by the writer's thread after each commit; searched by any.
 */
final class VectorIndex implements AutoCloseable {
  private final GroupBitmapIndex<Long> groups = new GroupBitmapIndex<>();
  private final VectorScan scan = new VectorScan();
  private final VectorFile file;

  private VectorIndex(VectorFile file) {
    this.file = file;
  }

  /** Finds out who is in which group, of all whose vectors are in the file. */
  static VectorIndex of(VectorFile file, Database truth) throws SQLException {
    VectorIndex index = new VectorIndex(file);
    Memberships memberships = Memberships.of(truth);
    for (VectorBlock block : file.blocks()) {
      for (int first = 0; first < VectorBlock.SLOTS; first += VectorBlock64.SLOTS) {
        index.enter(new MappedSlots(block, first), memberships);
      }
    }
    return index;
  }

  private void enter(MappedSlots slots, Memberships memberships) {
    Map<Set<GroupId>, Long> bits = new HashMap<>();
    for (int i = 0; i < VectorBlock64.SLOTS; i++) {
      int slot = slots.first() + i;
      if (slots.block().face(slot) != 0) {
        bits.merge(
            memberships.groupsOf(slots.block().person(slot)), 1L << i, (known, bit) -> known | bit);
      }
    }
    bits.forEach((entered, mask) -> groups.enter(slots, mask, entered));
  }

  /**
   * Makes vectors anew that are damaged. On the writer's thread.
   *
   * @return how many
   */
  int mend(Database truth) throws SQLException {
    if (file.removeDamaged() == 0) {
      return 0;
    }
    Memberships memberships = Memberships.of(truth);
    return VectorRebuild.of(
            file,
            truth,
            (face, person, vector) -> put(face, person, vector, memberships.groupsOf(person)))
        .restored();
  }

  void put(long face, long person, byte[] vector, Set<GroupId> entered) {
    file.put(face, person, vector);
    enter(face, entered);
  }

  void remove(long face, Set<GroupId> left) {
    leave(face, left);
    file.remove(face);
  }

  void enter(long face, Set<GroupId> entered) {
    int slot = file.slot(face);
    if (slot >= 0) {
      groups.enter(slots(slot), bit(slot), entered);
    }
  }

  void leave(long face, Set<GroupId> left) {
    int slot = file.slot(face);
    if (slot >= 0) {
      groups.leave(slots(slot), bit(slot), left);
    }
  }

  /**
   * Finds the persons nearest to a probe. Some may have left meanwhile: the truth is to be asked.
   *
   * @param ids the id of a person by its number, to order those equally near
   */
  List<NearestNeighbors.Hit<Long>> nearest(
      float[] probe, List<GroupId> asked, int most, LongFunction<String> ids) {
    Comparator<Long> byId =
        (one, other) -> one.equals(other) ? 0 : ids.apply(one).compareTo(ids.apply(other));
    return scan.scan(groups.parts(asked), probe, new NearestNeighbors<>(most, byId, person -> true))
        .hits();
  }

  @Override
  public void close() {
    scan.close();
  }

  private MappedSlots slots(int slot) {
    int inBlock = slot % VectorBlock.SLOTS;
    return new MappedSlots(
        file.blocks().get(slot / VectorBlock.SLOTS), inBlock - inBlock % VectorBlock64.SLOTS);
  }

  private static long bit(int slot) {
    return 1L << (slot % VectorBlock64.SLOTS);
  }
}
