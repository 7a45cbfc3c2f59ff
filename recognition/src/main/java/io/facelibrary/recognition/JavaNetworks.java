package io.facelibrary.recognition;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.recognition.internal.DetectorOutput;
import io.facelibrary.recognition.internal.FaceNetworks;
import io.facelibrary.recognition.internal.ModelWeights;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * Runs the networks in plain Java.
 *
 * <p>The weights take 24 MB, once. Each concurrent call needs a workspace of about 15 MB. Their
 * number is limited: further calls wait for a free one. Workspaces are kept for later calls.
 */
final class JavaNetworks implements FaceNetworks {
  private final BlazeFace blazeFace = new BlazeFace(ModelWeights.detector());
  private final ResNet resNet = new ResNet(ModelWeights.encoder());
  private final Semaphore permits;
  private final Deque<Workspace> idle = new ArrayDeque<>();

  JavaNetworks(int maxConcurrentCalls) {
    permits = new Semaphore(maxConcurrentCalls);
  }

  private static final class Workspace {
    final Kernel kernel = Kernel.open();
    final BlazeFace.Scratch detector = new BlazeFace.Scratch();
    final ResNet.Scratch encoder = new ResNet.Scratch();
  }

  @Override
  public DetectorOutput detect(float[] rgb) {
    return run(workspace -> blazeFace.detect(workspace.kernel, workspace.detector, rgb));
  }

  @Override
  public List<float[]> embed(List<float[]> rgb) {
    return run(
        workspace -> {
          List<float[]> embeddings = new ArrayList<>(rgb.size());
          for (float[] face : rgb) {
            embeddings.add(resNet.embed(workspace.kernel, workspace.encoder, face));
          }
          return embeddings;
        });
  }

  private <T> T run(Function<Workspace, T> work) {
    try {
      permits.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw FaceLibraryException.of(
          ErrorKind.INTERRUPTED, Effect.NONE, "the thread was interrupted while it waited");
    }
    try {
      Workspace workspace = take();
      T result = work.apply(workspace);
      release(workspace);
      return result;
    } finally {
      permits.release();
    }
  }

  private Workspace take() {
    synchronized (idle) {
      Workspace workspace = idle.poll();
      if (workspace != null) {
        return workspace;
      }
    }
    return new Workspace();
  }

  private void release(Workspace workspace) {
    synchronized (idle) {
      idle.push(workspace);
    }
  }

  /** Has no effect: the networks hold only memory. */
  @Override
  public void close() {}
}
