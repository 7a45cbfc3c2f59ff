package io.facelibrary.inmemory;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveTask;

/**
 * Compares a probe with every face of some groups: exactly, all of them. Large groups are shared
 * among threads of the library's own, which come when there is work and go when there is none.
 */
final class VectorScan implements AutoCloseable {
  /** Four megabytes of faces with 128 numbers: below, sharing takes longer than it saves. */
  private static final int CHUNKS_A_TASK = 128;

  private final ForkJoinPool threads = new ForkJoinPool(Runtime.getRuntime().availableProcessors());

  Nearest scan(List<Part> parts, float[] probe, Nearest empty) {
    Task task = new Task(parts, probe, empty);
    return parts.size() <= CHUNKS_A_TASK ? task.compute() : threads.invoke(task);
  }

  /** Some slots of a chunk. */
  record Part(VectorChunk chunk, long slots) {}

  @Override
  public void close() {
    threads.shutdown();
  }

  private static final class Task extends RecursiveTask<Nearest> {
    private static final long serialVersionUID = 1;

    private final transient List<Part> parts;
    private final transient float[] probe;
    private final transient Nearest empty;

    Task(List<Part> parts, float[] probe, Nearest empty) {
      this.parts = parts;
      this.probe = probe;
      this.empty = empty;
    }

    @Override
    protected Nearest compute() {
      if (parts.size() <= CHUNKS_A_TASK) {
        Nearest nearest = empty.empty();
        for (Part part : parts) {
          part.chunk().scan(part.slots(), probe, nearest);
        }
        return nearest;
      }
      int half = parts.size() / 2;
      Task second = new Task(parts.subList(half, parts.size()), probe, empty);
      second.fork();
      Nearest nearest = new Task(parts.subList(0, half), probe, empty).compute();
      nearest.addAll(second.join());
      return nearest;
    }
  }
}
