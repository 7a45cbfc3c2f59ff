package io.facelibrary.aliyun;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.testkit.FaceLibraryContract;
import io.facelibrary.testkit.Harness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The contract against the live cloud. It costs money and has never been run. It needs the keys
 * where the vendor's SDK looks for them, and these variables:
 *
 * <ul>
 *   <li>{@code FACE_LIBRARY_LIVE_REGION}, such as {@code cn-shanghai}
 *   <li>{@code FACE_LIBRARY_LIVE_IMAGES}, a folder of images of one face each, all of different
 *       persons
 *   <li>{@code FACE_LIBRARY_LIVE_URLS}, the URL of a folder that has the same images under the same
 *       names
 * </ul>
 */
class LiveContractTest extends FaceLibraryContract {
  private static final AtomicInteger NEXT = new AtomicInteger();

  @Override
  protected Harness newHarness() {
    String region = variable("FACE_LIBRARY_LIVE_REGION");
    List<Path> images = images(Path.of(variable("FACE_LIBRARY_LIVE_IMAGES")));
    String urls = variable("FACE_LIBRARY_LIVE_URLS");
    return new Harness() {
      @Override
      public FaceLibrary open() {
        return FaceLibraries.open(AliyunProvider.NAME, Map.of("region", region));
      }

      @Override
      public FaceImage freshImage(FaceLibrary library) {
        return FaceImage.read(next());
      }

      @Override
      public FaceImage.Url freshImageUrl() {
        return FaceImage.at(urls + "/" + next().getFileName());
      }

      private Path next() {
        return images.get(NEXT.getAndIncrement() % images.size());
      }

      @Override
      public boolean durable() {
        return true;
      }

      @Override
      public Optional<FaceLibrary> openAfterClose() {
        return Optional.of(open());
      }

      @Override
      public Optional<FaceLibrary> openAfterCrash() {
        return Optional.of(open());
      }
    };
  }

  private static String variable(String name) {
    String value = System.getenv().getOrDefault(name, "");
    assumeTrue(!value.isBlank(), "no live run: " + name + " is not set");
    return value;
  }

  private static List<Path> images(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> images = files.sorted().toList();
      assumeTrue(!images.isEmpty(), "no live run: " + folder + " holds no image");
      return images;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
