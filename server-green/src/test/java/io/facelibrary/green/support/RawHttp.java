package io.facelibrary.green.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.Locale;

/** A connection on which a test sends arbitrary bytes. */
public final class RawHttp implements AutoCloseable {
  private final Socket socket;

  public RawHttp(URI server) throws IOException {
    socket = new Socket(server.getHost(), server.getPort());
    socket.setSoTimeout(120_000);
  }

  /** Returns a POST request with a body, its length and the given headers. */
  public static String post(String target, String body, String... headers) {
    return request("POST", target, body, headers);
  }

  public static String request(String method, String target, String body, String... headers) {
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

  public RawHttp send(String text) throws IOException {
    return send(text.getBytes(UTF_8));
  }

  public RawHttp send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    return this;
  }

  /** Sends bytes and returns whether the connection was still open. */
  public boolean trySend(byte[] bytes) throws IOException {
    try {
      send(bytes);
      return true;
    } catch (SocketException e) {
      return false;
    }
  }

  /** Reads one response with a Content-Length. */
  public Response response() throws IOException {
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

  /** Closes the sending side of the connection. */
  public RawHttp endOfRequests() throws IOException {
    try {
      socket.shutdownOutput();
    } catch (SocketException e) {
      // The server has already closed the connection.
      assert !socket.isClosed() : e;
    }
    return this;
  }

  /** Reads everything until the server closes the connection. */
  public String untilClosed() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try {
      socket.getInputStream().transferTo(all);
    } catch (SocketException e) {
      // The server closed the connection without reading all bytes, as after hostile requests.
      assert !socket.isClosed() : e;
    }
    return all.toString(ISO_8859_1);
  }

  /** Waits until the server closes the connection or responds, and returns whether it closed it. */
  public boolean isClosed() throws IOException {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketException e) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  /** A response. */
  public record Response(int status, String headers, String body) {
    public String header(String name) {
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
