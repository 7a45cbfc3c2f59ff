package io.facelibrary.embedded;

import io.facelibrary.GroupId;
import io.facelibrary.engine.GroupBitmapIndex;
import io.facelibrary.engine.NearestNeighbors;
import io.facelibrary.engine.NearestQuery;
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
 * The search index: the mapped vector file, and the slots of each group. The writer thread updates
 * it after each commit. Any thread may search.
 */
final class VectorIndex implements AutoCloseable {
  private final GroupBitmapIndex<Long> groups = new GroupBitmapIndex<>();
  private final VectorScan scan = new VectorScan();
  private final VectorFile file;

  private VectorIndex(VectorFile file) {
    this.file = file;
  }

  /** Builds the index of all vectors in the file. */
  static VectorIndex build(VectorFile file, Database database) throws SQLException {
    VectorIndex index = new VectorIndex(file);
    Memberships memberships = Memberships.read(database);
    for (VectorBlock block : file.blocks()) {
      for (int first = 0; first < VectorBlock.SLOTS; first += VectorBlock64.SLOTS) {
        index.add(new MappedSlots(block, first), memberships);
      }
    }
    return index;
  }

  private void add(MappedSlots slots, Memberships memberships) {
    Map<Set<GroupId>, Long> masks = new HashMap<>();
    for (int i = 0; i < VectorBlock64.SLOTS; i++) {
      int slot = slots.first() + i;
      if (slots.block().face(slot) != 0) {
        masks.merge(
            memberships.groupsOf(slots.block().person(slot)), 1L << i, (known, bit) -> known | bit);
      }
    }
    masks.forEach((joined, mask) -> groups.add(slots, mask, joined));
  }

  /**
   * Restores damaged vectors from the database. Must be called on the writer thread.
   *
   * @return the number of restored vectors
   */
  int repair(Database database) throws SQLException {
    if (file.removeDamaged() == 0) {
      return 0;
    }
    Memberships memberships = Memberships.read(database);
    return VectorRebuild.run(
            file,
            database,
            (face, person, vector) -> put(face, person, vector, memberships.groupsOf(person)))
        .restored();
  }

  void put(long face, long person, byte[] vector, Set<GroupId> joined) {
    file.put(face, person, vector);
    joinGroups(face, joined);
  }

  void remove(long face, Set<GroupId> left) {
    leaveGroups(face, left);
    file.remove(face);
  }

  void joinGroups(long face, Set<GroupId> joined) {
    int slot = file.slot(face);
    if (slot >= 0) {
      groups.add(slots(slot), mask(slot), joined);
    }
  }

  void leaveGroups(long face, Set<GroupId> left) {
    int slot = file.slot(face);
    if (slot >= 0) {
      groups.remove(slots(slot), mask(slot), left);
    }
  }

  /**
   * Finds the persons nearest to a probe. The caller must verify the hits in the database, because
   * persons may be deleted or leave a group meanwhile. The hits have the keys of faces instead of
   * their ids.
   *
   * @param ids returns the id of a person by its number, to sort persons at equal distance
   */
  Found nearest(float[] probe, NearestQuery query, LongFunction<String> ids) {
    Comparator<Long> byId =
        (one, other) -> one.equals(other) ? 0 : ids.apply(one).compareTo(ids.apply(other));
    List<VectorScan.MaskedBlock<Long>> blocks = groups.blocks(query.groups());
    long compared = VectorScan.slotCount(blocks);
    NearestNeighbors<Long> prototype =
        new NearestNeighbors<>(
            query.most(), query.bound().applyAsDouble(compared), byId, person -> true);
    return new Found(scan.scan(blocks, probe, prototype).hits(), compared);
  }

  /** The result of a scan. */
  record Found(List<NearestNeighbors.Hit<Long>> hits, long compared) {}

  @Override
  public void close() {
    scan.close();
  }

  private MappedSlots slots(int slot) {
    int inBlock = slot % VectorBlock.SLOTS;
    return new MappedSlots(
        file.blocks().get(slot / VectorBlock.SLOTS), inBlock - inBlock % VectorBlock64.SLOTS);
  }

  private static long mask(int slot) {
    return 1L << (slot % VectorBlock64.SLOTS);
  }
}
