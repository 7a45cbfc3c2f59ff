package io.facelibrary.support;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A class loader of the test classes with its own list of providers. */
public final class ServicesLoader extends ClassLoader {
  private final List<URL> lists;

  private ServicesLoader(List<URL> lists) {
    super(ServicesLoader.class.getClassLoader());
    this.lists = lists;
  }

  public static ServicesLoader of(Class<?>... providers) {
    return listing(Stream.of(providers).map(Class::getName).collect(Collectors.joining("\n")));
  }

  /** Returns a loader with these services files, one for each jar. */
  public static ServicesLoader listing(String... files) {
    return new ServicesLoader(Stream.of(files).map(ServicesLoader::url).toList());
  }

  private static URL url(String content) {
    URLStreamHandler handler =
        new URLStreamHandler() {
          @Override
          protected URLConnection openConnection(URL url) {
            return new URLConnection(url) {
              @Override
              public void connect() {}

              @Override
              public InputStream getInputStream() {
                return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
              }
            };
          }
        };
    try {
      return new URL("memory", "", -1, "/services", handler);
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    return name.equals("META-INF/services/io.facelibrary.FaceLibraryProvider")
        ? Collections.enumeration(lists)
        : super.getResources(name);
  }
}
