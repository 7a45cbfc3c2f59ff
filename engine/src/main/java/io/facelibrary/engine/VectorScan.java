package io.facelibrary.engine;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveTask;

/**
 * An exact nearest-neighbor search: compares a probe with every face of some groups. Large groups
 * are split over a thread pool of the library, whose threads end when they are idle.
 */
public final class VectorScan implements AutoCloseable {
  /** 4 MB of embeddings with 128 dimensions; below that, splitting costs more than it saves. */
  private static final int BLOCKS_PER_TASK = 128;

  private final ForkJoinPool threads = new ForkJoinPool(Runtime.getRuntime().availableProcessors());

  /** Creates a scan without starting a thread. */
  public VectorScan() {}

  /**
   * Finds the nearest persons.
   *
   * @param prototype settings for the result (size, filter); not modified
   * @param <P> the store's key of a person
   */
  public <P> NearestNeighbors<P> scan(
      List<MaskedBlock<P>> blocks, float[] probe, NearestNeighbors<P> prototype) {
    Task<P> task = new Task<>(blocks, probe, prototype);
    return blocks.size() <= BLOCKS_PER_TASK ? task.compute() : threads.invoke(task);
  }

  /**
   * A selection of the slots of a block.
   *
   * @param mask one bit per selected slot
   * @param <P> the store's key of a person
   */
  public record MaskedBlock<P>(VectorBlock64<P> block, long mask) {}

  /** Returns the number of slots in a selection: of the faces that a search compares. */
  public static <P> long slotCount(List<MaskedBlock<P>> blocks) {
    long count = 0;
    for (MaskedBlock<P> masked : blocks) {
      count += Long.bitCount(masked.mask());
    }
    return count;
  }

  @Override
  public void close() {
    threads.shutdown();
  }

  private static final class Task<P> extends RecursiveTask<NearestNeighbors<P>> {
    private static final long serialVersionUID = 1;

    private final transient List<MaskedBlock<P>> blocks;
    private final transient float[] probe;
    private final transient NearestNeighbors<P> prototype;

    Task(List<MaskedBlock<P>> blocks, float[] probe, NearestNeighbors<P> prototype) {
      this.blocks = blocks;
      this.probe = probe;
      this.prototype = prototype;
    }

    @Override
    protected NearestNeighbors<P> compute() {
      if (blocks.size() <= BLOCKS_PER_TASK) {
        NearestNeighbors<P> nearest = prototype.emptyCopy();
        for (MaskedBlock<P> masked : blocks) {
          masked.block().scan(masked.mask(), probe, nearest);
        }
        return nearest;
      }
      int half = blocks.size() / 2;
      Task<P> second = new Task<>(blocks.subList(half, blocks.size()), probe, prototype);
      second.fork();
      NearestNeighbors<P> nearest = new Task<>(blocks.subList(0, half), probe, prototype).compute();
      nearest.addAll(second.join());
      return nearest;
    }
  }
}
