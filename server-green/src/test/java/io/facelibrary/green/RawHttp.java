package io.facelibrary.green;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;

/** A connection on which a test sends what it likes, byte by byte. */
final class RawHttp implements AutoCloseable {
  private final Socket socket;

  RawHttp(URI server) throws IOException {
    socket = new Socket(server.getHost(), server.getPort());
    socket.setSoTimeout(60_000);
  }

  /** A request with a body and nothing but the headers given, beside its length. */
  static String post(String target, String body, String... headers) {
    return request("POST", target, body, headers);
  }

  static String request(String method, String target, String body, String... headers) {
    StringBuilder text = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: green\r\n");
    for (String header : headers) {
      text.append(header).append("\r\n");
    }
    return text.append("Content-Length: ")
        .append(body.getBytes(UTF_8).length)
        .append("\r\n\r\n")
        .append(body)
        .toString();
  }

  RawHttp send(String text) throws IOException {
    return send(text.getBytes(UTF_8));
  }

  RawHttp send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    return this;
  }

  /** Reads one response whose length is said. */
  Response response() throws IOException {
    InputStream in = socket.getInputStream();
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
      int b = in.read();
      if (b < 0) {
        throw new IOException("closed after " + head.toString(ISO_8859_1));
      }
      head.write(b);
    }
    String headers = head.toString(ISO_8859_1);
    String length = Response.header(headers, "content-length");
    byte[] body = in.readNBytes(length.isEmpty() ? 0 : Integer.parseInt(length));
    return new Response(
        Integer.parseInt(headers.split(" ", -1)[1]), headers, new String(body, UTF_8));
  }

  /** Says that nothing more will be sent. */
  RawHttp endOfRequests() throws IOException {
    try {
      socket.shutdownOutput();
    } catch (java.net.SocketException e) {
      // The server has closed the connection already, with nothing left to say.
      assert !socket.isClosed() : e;
    }
    return this;
  }

  /** Reads all that comes before the server closes the connection, which it must. */
  String untilClosed() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try {
      socket.getInputStream().transferTo(all);
    } catch (java.net.SocketException e) {
      // Closed with bytes unread, which is what hostile requests leave behind.
      assert !socket.isClosed() : e;
    }
    return all.toString(ISO_8859_1);
  }

  /** Tells whether the server has closed the connection, and waits until it has or answers. */
  boolean isClosed() throws IOException {
    try {
      return socket.getInputStream().read() < 0;
    } catch (java.net.SocketException e) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  /** What came back. */
  record Response(int status, String headers, String body) {
    String header(String name) {
      return header(headers, name);
    }

    private static String header(String headers, String name) {
      for (String line : headers.split("\r\n", -1)) {
        if (line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":")) {
          return line.substring(name.length() + 1).trim();
        }
      }
      return "";
    }
  }
}
