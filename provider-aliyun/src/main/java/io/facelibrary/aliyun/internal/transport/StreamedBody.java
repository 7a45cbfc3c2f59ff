package io.facelibrary.aliyun.internal.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.http.entity.InputStreamEntity;

/** A request body that notifies a listener after each part that the socket accepted. */
final class StreamedBody extends InputStreamEntity {
  private static final int PART = 64 << 10;

  private final Runnable onPart;

  StreamedBody(InputStream content, long length, Runnable onPart) {
    super(content, length);
    this.onPart = onPart;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    try (InputStream in = getContent()) {
      byte[] part = new byte[PART];
      for (int read = in.read(part); read >= 0; read = in.read(part)) {
        out.write(part, 0, read);
        onPart.run();
      }
    }
  }
}
