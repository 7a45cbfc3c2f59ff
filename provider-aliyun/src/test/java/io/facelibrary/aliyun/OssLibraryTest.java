package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.Capability;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryProvider;
import io.facelibrary.ProviderSettings;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program may exclude the client library of the object storage. */
class OssLibraryTest {
  private static final Map<String, String> SETTINGS =
      Map.of(
          "endpoint", "http://127.0.0.1:1", "access-key-id", "id", "access-key-secret", "secret");

  /** Returns a class loader with its own provider, the API of the tests, and without some jars. */
  private static URLClassLoader without(String jar) throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (!entry.contains(jar)) {
        urls.add(Path.of(entry).toUri().toURL());
      }
    }
    return new URLClassLoader(
        urls.toArray(URL[]::new),
        new ClassLoader(ClassLoader.getPlatformClassLoader()) {
          @Override
          protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.matches("io\\.facelibrary\\.[A-Z].*")) {
              return OssLibraryTest.class.getClassLoader().loadClass(name);
            }
            throw new ClassNotFoundException(name);
          }
        });
  }

  private static boolean offersImagesByContent(ClassLoader loader)
      throws ReflectiveOperationException {
    FaceLibraryProvider provider =
        (FaceLibraryProvider)
            loader
                .loadClass("io.facelibrary.aliyun.AliyunProvider")
                .getDeclaredConstructor()
                .newInstance();
    try (FaceLibrary library = provider.open(ProviderSettings.of(SETTINGS))) {
      return library.capabilities().offers(Capability.IMAGE_BYTES);
    }
  }

  @Test
  void offersImagesByContentWithTheClientLibrary() throws Exception {
    try (URLClassLoader loader = without("no such jar")) {
      assertThat(offersImagesByContent(loader)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"alibabacloud-oss-v2", "jackson-dataformat-xml"})
  void offersNoImagesByContentWithoutIt(String jar) throws Exception {
    try (URLClassLoader loader = without(jar)) {
      assertThat(offersImagesByContent(loader)).isFalse();
    }
  }
}
