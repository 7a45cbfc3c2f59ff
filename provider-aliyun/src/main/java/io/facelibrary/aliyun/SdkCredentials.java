package io.facelibrary.aliyun;

import com.aliyuncs.auth.AlibabaCloudCredentials;
import com.aliyuncs.auth.AlibabaCloudCredentialsProvider;
import com.aliyuncs.auth.BasicCredentials;
import com.aliyuncs.auth.BasicSessionCredentials;
import com.aliyuncs.auth.DefaultCredentialsProvider;
import com.aliyuncs.exceptions.ClientException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Hands credentials to the SDK. */
final class SdkCredentials {
  private SdkCredentials() {}

  static AlibabaCloudCredentialsProvider with(Supplier<AliyunCredentials> supplier) {
    return () -> {
      try {
        return credentials(supplier.get());
      } catch (RuntimeException e) {
        throw new NoCredentialsException("the supplier of credentials failed", e);
      }
    };
  }

  private static AlibabaCloudCredentials credentials(AliyunCredentials given) {
    String secret = given.accessKeySecret().reveal();
    return given
        .securityToken()
        .<AlibabaCloudCredentials>map(
            token -> new BasicSessionCredentials(given.accessKeyId(), secret, token.reveal()))
        .orElseGet(() -> new BasicCredentials(given.accessKeyId(), secret));
  }

  /** Looks where the vendor documents it, at the first call and not when a library is opened. */
  static AlibabaCloudCredentialsProvider byDefaultChain() {
    AtomicReference<@Nullable AlibabaCloudCredentialsProvider> known = new AtomicReference<>();
    return () -> {
      try {
        AlibabaCloudCredentialsProvider chain = known.get();
        if (chain == null) {
          // Threads may build it twice; one is as good as the other.
          chain = new DefaultCredentialsProvider();
          known.set(chain);
        }
        return chain.getCredentials();
      } catch (ClientException | RuntimeException e) {
        // Not even as a cause: its texts repeat the answers it got, and those hold secrets.
        throw new NoCredentialsException("the default chain of credentials has none");
      }
    };
  }
}
