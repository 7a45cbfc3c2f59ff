package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.facelibrary.FaceLibraryException;
import io.facelibrary.Operation;
import io.facelibrary.aliyun.support.StubStorage;
import io.facelibrary.testkit.TestImages;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Secrets of an upload, with all loggers at their finest level. */
@Timeout(120)
class OssSecrecyTest {
  private static final Logger ROOT = Logger.getLogger("");

  private final List<String> logged = new CopyOnWriteArrayList<>();
  private final Handler listener =
      new Handler() {
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord record) {
          logged.add(record.getLoggerName() + " " + formatter.format(record));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };
  private final Level before = ROOT.getLevel();

  @BeforeEach
  void listen() {
    ROOT.setLevel(Level.ALL);
    listener.setLevel(Level.ALL);
    ROOT.addHandler(listener);
  }

  @AfterEach
  void stopListening() {
    ROOT.removeHandler(listener);
    ROOT.setLevel(before);
  }

  @Test
  void logsAndThrowsNeitherCredentialsNorSignatures() throws IOException {
    try (StubStorage storage = StubStorage.plain();
        OssUploads uploads = uploads(storage)) {
      uploads.put(Operation.ADD_FACES, TestImages.random());
      storage.failNext(403, "SignatureDoesNotMatch");
      FaceLibraryException failed =
          catchThrowableOfType(
              FaceLibraryException.class,
              () -> uploads.put(Operation.ADD_FACES, TestImages.random()));

      StringWriter shown = new StringWriter();
      failed.printStackTrace(new PrintWriter(shown, true));
      String output = String.join("\n", logged) + shown;
      assertThat(logged).anyMatch(line -> line.startsWith("org.apache.http."));
      assertThat(output).doesNotContain(TestGrants.KEY_ID, TestGrants.SECRET, TestGrants.TOKEN);
      for (StubStorage.Put put : storage.puts()) {
        String authorization = put.headers().get("authorization");
        assertThat(output)
            .doesNotContain(authorization.substring(authorization.lastIndexOf("=") + 1));
      }
    }
  }

  private static OssUploads uploads(StubStorage storage) {
    UploadGrant grant = TestGrants.at(storage.endpoint());
    return new OssUploads(
        OssUploadsTest.connections(Duration.ofMinutes(1)),
        new UploadGrants(during -> grant, TestGrants.CLOCK),
        OssUploadsTest.REGION);
  }
}
