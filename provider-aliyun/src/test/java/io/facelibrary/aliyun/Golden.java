package io.facelibrary.aliyun;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A case of the golden files: what goes over the wire, from {@code green-fixtures}. */
record Golden(String folder, String name) {
  private static final String ROOT = "/green-fixtures";
  private static final String ANSWER = ".answer.json";

  /** All cases of a folder, in order. */
  static List<Golden> in(String folder) {
    try {
      URI address = Golden.class.getResource(ROOT + "/" + folder).toURI();
      if (!address.getScheme().equals("jar")) {
        return list(folder, Path.of(address));
      }
      try (FileSystem jar = FileSystems.newFileSystem(address, Map.of())) {
        return list(folder, jar.getPath(ROOT, folder));
      }
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Golden> list(String folder, Path path) throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(ANSWER))
          .map(file -> new Golden(folder, file.substring(0, file.length() - ANSWER.length())))
          .sorted((one, other) -> one.name().compareTo(other.name()))
          .toList();
    }
  }

  /** Tells whether the request is one that other clients send and ours never does. */
  boolean isForeign() {
    return Golden.class.getResource(file(".foreign-request.json")) != null;
  }

  JsonNode request() {
    return Json.read(text(".request.json").getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }

  JsonNode foreignRequest() {
    return Json.read(text(".foreign-request.json").getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }

  StubGreen.Reply answer() {
    String status = text(".source.md").lines().findFirst().orElseThrow();
    return StubGreen.Reply.of(Integer.parseInt(status.replace("status: ", "")), text(ANSWER));
  }

  private String text(String kind) {
    try (InputStream in = Golden.class.getResourceAsStream(file(kind))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String file(String kind) {
    return ROOT + "/" + folder + "/" + name + kind;
  }

  @Override
  public String toString() {
    return folder + "/" + name;
  }
}
