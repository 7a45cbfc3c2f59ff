package io.facelibrary.engine;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveTask;

/**
 * Compares a probe with every face of some groups: exactly, all of them. Large groups are shared
 * among threads of the library's own, which come when there is work and go when there is none.
 */
public final class VectorScan implements AutoCloseable {
  /** Four megabytes of faces with 128 numbers: below, sharing takes longer than it saves. */
  private static final int SLOTS_A_TASK = 128;

  private final ForkJoinPool threads = new ForkJoinPool(Runtime.getRuntime().availableProcessors());

  /** Starts without a thread. */
  public VectorScan() {}

  /**
   * Finds the nearest.
   *
   * @param empty how many to find, and of whom; it stays empty
   * @param <P> by what a state knows a person
   */
  public <P> NearestNeighbors<P> scan(
      List<Part<P>> parts, float[] probe, NearestNeighbors<P> empty) {
    Task<P> task = new Task<>(parts, probe, empty);
    return parts.size() <= SLOTS_A_TASK ? task.compute() : threads.invoke(task);
  }

  /**
   * Some slots of those beside each other.
   *
   * @param bits a bit for each
   * @param <P> by what a state knows a person
   */
  public record Part<P>(VectorBlock64<P> slots, long bits) {}

  @Override
  public void close() {
    threads.shutdown();
  }

  private static final class Task<P> extends RecursiveTask<NearestNeighbors<P>> {
    private static final long serialVersionUID = 1;

    private final transient List<Part<P>> parts;
    private final transient float[] probe;
    private final transient NearestNeighbors<P> empty;

    Task(List<Part<P>> parts, float[] probe, NearestNeighbors<P> empty) {
      this.parts = parts;
      this.probe = probe;
      this.empty = empty;
    }

    @Override
    protected NearestNeighbors<P> compute() {
      if (parts.size() <= SLOTS_A_TASK) {
        NearestNeighbors<P> nearest = empty.empty();
        for (Part<P> part : parts) {
          part.slots().scan(part.bits(), probe, nearest);
        }
        return nearest;
      }
      int half = parts.size() / 2;
      Task<P> second = new Task<>(parts.subList(half, parts.size()), probe, empty);
      second.fork();
      NearestNeighbors<P> nearest = new Task<>(parts.subList(0, half), probe, empty).compute();
      nearest.addAll(second.join());
      return nearest;
    }
  }
}
