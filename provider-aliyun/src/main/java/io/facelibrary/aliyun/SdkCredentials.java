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

/** Passes credentials to the SDK. */
final class SdkCredentials {
  private SdkCredentials() {}

  static AlibabaCloudCredentialsProvider from(Supplier<AliyunCredentials> supplier) {
    return () -> {
      try {
        return convert(supplier.get());
      } catch (RuntimeException e) {
        throw new NoCredentialsException("the supplier of credentials failed", e);
      }
    };
  }

  private static AlibabaCloudCredentials convert(AliyunCredentials credentials) {
    String secret = credentials.accessKeySecret().reveal();
    return credentials
        .securityToken()
        .<AlibabaCloudCredentials>map(
            token -> new BasicSessionCredentials(credentials.accessKeyId(), secret, token.reveal()))
        .orElseGet(() -> new BasicCredentials(credentials.accessKeyId(), secret));
  }

  /**
   * Returns the chain of credential sources that the vendor documents. It is created at the first
   * call, not when a library is opened.
   */
  static AlibabaCloudCredentialsProvider defaultChain() {
    AtomicReference<@Nullable AlibabaCloudCredentialsProvider> created = new AtomicReference<>();
    return () -> {
      try {
        AlibabaCloudCredentialsProvider chain = created.get();
        if (chain == null) {
          // Two threads may create it twice; both chains behave the same.
          chain = new DefaultCredentialsProvider();
          created.set(chain);
        }
        return chain.getCredentials();
      } catch (ClientException | RuntimeException e) {
        // Without the cause: its message repeats responses, which hold secrets.
        throw new NoCredentialsException("the default chain found no credentials");
      }
    };
  }
}
