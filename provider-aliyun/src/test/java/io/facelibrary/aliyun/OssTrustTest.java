package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Operation;
import io.facelibrary.aliyun.internal.transport.ConnectionSettings;
import io.facelibrary.aliyun.support.StubStorage;
import io.facelibrary.aliyun.support.TestCertificate;
import io.facelibrary.testkit.TestImages;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class OssTrustTest {
  @TempDir private Path folder;

  @Test
  void trustsInEachLibraryTheCertificateOfThatLibrary() throws Exception {
    SSLContext one = TestCertificate.of("ip:127.0.0.1", folder).sslContext();
    SSLContext two = TestCertificate.of("ip:127.0.0.1", folder).sslContext();

    try (StubStorage storage = StubStorage.secure(one);
        OssUploads trusting = uploads(storage, Optional.of(one));
        OssUploads trustingAnother = uploads(storage, Optional.of(two));
        OssUploads byDefault = uploads(storage, Optional.empty())) {
      trusting.put(Operation.ADD_FACES, TestImages.random());

      for (OssUploads uploads : new OssUploads[] {trustingAnother, byDefault}) {
        FaceLibraryException failed =
            catchThrowableOfType(
                FaceLibraryException.class,
                () -> uploads.put(Operation.ADD_FACES, TestImages.random()));
        assertThat(failed.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
        assertThat(failed.effect()).isEqualTo(Effect.NONE);
        assertThat(failed).hasMessageContaining("certificate");
      }
      assertThat(storage.puts()).hasSize(1);
    }
  }

  private static OssUploads uploads(StubStorage storage, Optional<SSLContext> trust) {
    UploadGrant grant = TestGrants.at(storage.endpoint());
    Duration time = Duration.ofMinutes(1);
    return new OssUploads(
        new ConnectionSettings(time, time, time, 2, trust, Optional.empty()),
        new UploadGrants(during -> grant, TestGrants.CLOCK),
        OssUploadsTest.REGION);
  }
}
