package io.facelibrary.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.InvalidRequestException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;

/** A file with one JSON object per line, to append to. Threads may share it. */
final class JsonLines implements AutoCloseable {
  private final Path file;
  private final FileChannel channel;

  private JsonLines(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Opens a file to append to, and removes a partial line that a crash left at its end. */
  static JsonLines openToAppend(Path file) {
    try {
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        throw inUse(channel);
      }
      channel.truncate(endOfLastLine(channel));
      channel.position(channel.size());
      return new JsonLines(file, channel);
    } catch (OverlappingFileLockException e) {
      throw inUse();
    } catch (IOException e) {
      throw broken(file, e);
    }
  }

  private static InvalidRequestException inUse(FileChannel channel) throws IOException {
    channel.close();
    return inUse();
  }

  private static InvalidRequestException inUse() {
    return InvalidRequestException.of("journal", "is in use by another run");
  }

  private static long endOfLastLine(FileChannel channel) throws IOException {
    ByteBuffer one = ByteBuffer.allocate(1);
    long end = channel.size();
    while (end > 0) {
      channel.read(one.clear(), end - 1);
      if (one.get(0) == '\n') {
        return end;
      }
      end--;
    }
    return 0;
  }

  /** Writes objects, together and in order. */
  synchronized void write(List<? extends JsonNode> lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line).append('\n'));
    try {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(text.toString());
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      throw broken(file, e);
    }
  }

  /** Forces everything written to disk. */
  synchronized void force() {
    try {
      channel.force(false);
    } catch (IOException e) {
      throw broken(file, e);
    }
  }

  /** Reads the objects of a file, except for a partial line at its end. */
  static void read(Path file, Consumer<JsonNode> each) {
    if (!Files.exists(file)) {
      return;
    }
    try (var lines = Files.lines(file)) {
      var rest = lines.iterator();
      while (rest.hasNext()) {
        String line = rest.next();
        if (rest.hasNext() || line.endsWith("}")) {
          each.accept(Json.MAPPER.readTree(line));
        }
      }
    } catch (IOException | UncheckedIOException e) {
      throw broken(file, e);
    }
  }

  private static FaceLibraryException broken(Path file, Exception cause) {
    return FaceLibraryException.builder(
            ErrorKind.UNAVAILABLE,
            Effect.NONE,
            "the file " + file.getFileName() + " cannot be read or written")
        .cause(cause)
        .build();
  }

  @Override
  public void close() {
    try (FileChannel closing = channel) {
      closing.force(true);
    } catch (IOException e) {
      throw broken(file, e);
    }
  }
}
