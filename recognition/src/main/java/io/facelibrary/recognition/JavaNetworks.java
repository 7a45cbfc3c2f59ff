package io.facelibrary.recognition;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * Runs the networks in plain Java.
 *
 * <p>The weights take 24 MB, once. Each call under way needs a workbench of about 15 MB; there are
 * no more of them than asked for, and who comes when all are taken waits. They are kept for the
 * next.
 */
final class JavaNetworks implements FaceNetworks {
  private final BlazeFace blazeFace = new BlazeFace(ModelWeights.detector());
  private final ResNet resNet = new ResNet(ModelWeights.encoder());
  private final Semaphore places;
  private final Deque<Workbench> idle = new ArrayDeque<>();

  JavaNetworks(int callsAtOnce) {
    places = new Semaphore(callsAtOnce);
  }

  private static final class Workbench {
    final Kernel kernel = Kernel.open();
    final BlazeFace.Scratch detector = new BlazeFace.Scratch();
    final ResNet.Scratch encoder = new ResNet.Scratch();
  }

  @Override
  public DetectorOutput detect(float[] rgb) {
    return with(bench -> blazeFace.detect(bench.kernel, bench.detector, rgb));
  }

  @Override
  public List<float[]> embed(List<float[]> rgb) {
    return with(
        bench -> {
          List<float[]> embeddings = new ArrayList<>(rgb.size());
          for (float[] face : rgb) {
            embeddings.add(resNet.embed(bench.kernel, bench.encoder, face));
          }
          return embeddings;
        });
  }

  private <T> T with(Function<Workbench, T> work) {
    try {
      places.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw FaceLibraryException.of(
          ErrorKind.INTERRUPTED, Effect.NONE, "the thread was interrupted while it waited");
    }
    try {
      Workbench bench = take();
      T result = work.apply(bench);
      giveBack(bench);
      return result;
    } finally {
      places.release();
    }
  }

  private Workbench take() {
    synchronized (idle) {
      Workbench bench = idle.poll();
      if (bench != null) {
        return bench;
      }
    }
    return new Workbench();
  }

  private void giveBack(Workbench bench) {
    synchronized (idle) {
      idle.push(bench);
    }
  }

  /** Does nothing: there is nothing to free but memory. */
  @Override
  public void close() {}
}
