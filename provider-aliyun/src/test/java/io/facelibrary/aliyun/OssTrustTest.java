package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Operation;
import io.facelibrary.testkit.TestPictures;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class OssTrustTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir private Path folder;

  @Test
  void twoLibrariesInOneProcessTrustTwoCertificates() throws Exception {
    SSLContext one = selfSigned("one");
    SSLContext two = selfSigned("two");

    try (LoopbackStorage storage = LoopbackStorage.secure(one);
        OssUploads trusting = uploads(storage, Optional.of(one));
        OssUploads trustingAnother = uploads(storage, Optional.of(two));
        OssUploads byDefault = uploads(storage, Optional.empty())) {
      trusting.put(Operation.ADD_FACES, TestPictures.random());

      for (OssUploads uploads : new OssUploads[] {trustingAnother, byDefault}) {
        FaceLibraryException failed =
            catchThrowableOfType(
                FaceLibraryException.class,
                () -> uploads.put(Operation.ADD_FACES, TestPictures.random()));
        assertThat(failed.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
        assertThat(failed.effect()).isEqualTo(Effect.NONE);
        assertThat(failed).hasMessageContaining("certificate");
      }
      assertThat(storage.puts()).hasSize(1);
    }
  }

  private static OssUploads uploads(LoopbackStorage storage, Optional<SSLContext> trust) {
    UploadGrant grant = Grants.at(storage.address());
    Duration time = Duration.ofSeconds(10);
    return new OssUploads(
        new Connections(time, time, time, 2, trust, Optional.empty()),
        new UploadGrants(during -> grant, Clock.systemUTC()),
        OssUploadsTest.REGION);
  }

  /** Makes a server's identity, which also trusts itself. */
  private SSLContext selfSigned(String name)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path file = folder.resolve(name + ".p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "SAN=ip:127.0.0.1",
                "-keystore",
                file.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .start();
    keytool.getInputStream().readAllBytes();
    assertThat(keytool.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry(name, keys.getCertificate(name));
    KeyManagerFactory identity =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    identity.init(keys, PASSWORD);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(identity.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }
}
