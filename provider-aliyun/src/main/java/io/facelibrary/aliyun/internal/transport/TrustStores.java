package io.facelibrary.aliyun.internal.transport;

import io.facelibrary.InvalidRequestException;
import io.facelibrary.RemoteSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Reads trusted certificates. */
public final class TrustStores {
  private TrustStores() {}

  /**
   * Returns a context that trusts the certificates of a PEM file and no others.
   *
   * @throws InvalidRequestException if the file cannot be read or holds no certificate
   */
  public static SSLContext ofPemFile(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return trusting(CertificateFactory.getInstance("X.509").generateCertificates(in));
    } catch (IOException e) {
      throw invalid("must be a readable file");
    } catch (GeneralSecurityException e) {
      throw invalid("must be a file of X.509 certificates in PEM form");
    }
  }

  private static SSLContext trusting(Collection<? extends Certificate> certificates)
      throws GeneralSecurityException, IOException {
    if (certificates.isEmpty()) {
      throw invalid("must hold at least one certificate");
    }
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    int number = 0;
    for (Certificate certificate : certificates) {
      trusted.setCertificateEntry(Integer.toString(number++), certificate);
    }
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }

  private static InvalidRequestException invalid(String rule) {
    return InvalidRequestException.of(RemoteSettings.CA_CERTIFICATES.name(), rule);
  }
}
