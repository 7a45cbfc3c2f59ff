package io.facelibrary.aliyun.support;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.UUID;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A new key with a self-signed certificate, created by the JDK's keytool. */
public final class TestCertificate {
  private static final String PASSWORD = "changeit";

  private final KeyStore store;
  private final Path folder;

  private TestCertificate(KeyStore store, Path folder) {
    this.store = store;
    this.folder = folder;
  }

  /** Creates a certificate of a subject alternative name, such as {@code ip:127.0.0.1}. */
  public static TestCertificate of(String name, Path folder) throws Exception {
    Path file = folder.resolve(UUID.randomUUID() + ".p12");
    Path output = folder.resolve("keytool.log");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-J-XX:+UseSerialGC",
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=test",
                "-ext",
                "san=" + name,
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (keytool.waitFor() != 0) {
      throw new IOException(Files.readString(output));
    }
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    return new TestCertificate(store, folder);
  }

  /** Returns a context of a server with this certificate, and of a client that trusts it. */
  public SSLContext sslContext() throws GeneralSecurityException, IOException {
    KeyManagerFactory identity =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    identity.init(store, PASSWORD.toCharArray());
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", store.getCertificate("server"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(identity.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  /** Returns a listener with this certificate on a free port of this machine. */
  public ServerSocket listener() throws GeneralSecurityException, IOException {
    return sslContext()
        .getServerSocketFactory()
        .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  /** Writes the certificate to a PEM file, and returns its path. */
  public String writePemFile() throws GeneralSecurityException, IOException {
    byte[] der = store.getCertificate("server").getEncoded();
    Path file = folder.resolve(UUID.randomUUID() + ".pem");
    Files.writeString(
        file,
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder().encodeToString(der)
            + "\n-----END CERTIFICATE-----\n");
    return file.toString();
  }
}
