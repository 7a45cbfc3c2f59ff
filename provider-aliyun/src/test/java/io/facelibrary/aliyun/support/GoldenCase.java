package io.facelibrary.aliyun.support;

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

/** A case of the golden files in {@code green-fixtures}: a request and its response. */
public record GoldenCase(String folder, String name) {
  private static final String ROOT = "/green-fixtures";
  private static final String RESPONSE = ".answer.json";

  /** Returns all cases of a folder, in order. */
  public static List<GoldenCase> in(String folder) {
    try {
      URI url = GoldenCase.class.getResource(ROOT + "/" + folder).toURI();
      if (!url.getScheme().equals("jar")) {
        return list(folder, Path.of(url));
      }
      try (FileSystem jar = FileSystems.newFileSystem(url, Map.of())) {
        return list(folder, jar.getPath(ROOT, folder));
      }
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<GoldenCase> list(String folder, Path path) throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(RESPONSE))
          .map(file -> new GoldenCase(folder, file.substring(0, file.length() - RESPONSE.length())))
          .sorted((one, other) -> one.name().compareTo(other.name()))
          .toList();
    }
  }

  /** Returns whether the request is one that other clients send and ours never sends. */
  public boolean isForeign() {
    return GoldenCase.class.getResource(file(".foreign-request.json")) != null;
  }

  public JsonNode request() {
    return TestJson.parse(read(".request.json"));
  }

  public JsonNode foreignRequest() {
    return TestJson.parse(read(".foreign-request.json"));
  }

  public StubGreen.Response response() {
    String status = read(".source.md").lines().findFirst().orElseThrow();
    return StubGreen.Response.of(Integer.parseInt(status.replace("status: ", "")), read(RESPONSE));
  }

  private String read(String suffix) {
    try (InputStream in = GoldenCase.class.getResourceAsStream(file(suffix))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String file(String suffix) {
    return ROOT + "/" + folder + "/" + name + suffix;
  }

  @Override
  public String toString() {
    return folder + "/" + name;
  }
}
