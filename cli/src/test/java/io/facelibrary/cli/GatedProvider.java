package io.facelibrary.cli;

import io.facelibrary.Call;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryProvider;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.Operation;
import io.facelibrary.ProviderSetting;
import io.facelibrary.ProviderSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Opens embedded libraries. With the system property {@value #CALL}, it holds the response of that
 * call of {@code addFaces} until the process was asked to stop. A test can therefore kill or stop a
 * process at a known point, however fast the machine is.
 */
public final class GatedProvider implements FaceLibraryProvider {
  /** The number of the call to hold, from 1. */
  static final String CALL = "face-library.test.gated-call";

  /** The file to create when the call has reached the gate. */
  static final String REACHED = "face-library.test.gate-reached";

  private static final ProviderSetting<String> FOLDER =
      ProviderSetting.text("folder", "the folder of the library").required();

  public GatedProvider() {}

  @Override
  public String name() {
    return "gated";
  }

  @Override
  public List<ProviderSetting<?>> settings() {
    return List.of(FOLDER);
  }

  @Override
  public FaceLibrary open(ProviderSettings settings) {
    return new Gated(FaceLibraries.open("embedded", Map.of("folder", settings.get(FOLDER))));
  }

  private static final class Gated extends ForwardingFaceLibrary {
    private final int gatedCall = Integer.getInteger(CALL, 0);
    private final AtomicInteger calls = new AtomicInteger();

    Gated(FaceLibrary delegate) {
      super(delegate);
    }

    @Override
    protected <T> T around(Call<T> call) {
      T result = call.proceed();
      if (call.operation() == Operation.ADD_FACES && calls.incrementAndGet() == gatedCall) {
        hold();
      }
      return result;
    }

    private static void hold() {
      try {
        Files.createFile(Path.of(System.getProperty(REACHED, "")));
        while (!isStopRequested()) {
          Thread.sleep(5);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    /** The thread of the stop signal waits after it has requested the stop. */
    private static boolean isStopRequested() {
      Optional<Thread> stopThread =
          Thread.getAllStackTraces().keySet().stream()
              .filter(thread -> thread.getName().equals(StopSignal.THREAD))
              .findFirst();
      return stopThread.isPresent() && stopThread.get().getState() == Thread.State.TIMED_WAITING;
    }
  }
}
