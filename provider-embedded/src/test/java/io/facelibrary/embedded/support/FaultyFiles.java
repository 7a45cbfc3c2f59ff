package io.facelibrary.embedded.support;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.StandardOpenOption;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/**
 * The default file system with injected faults: any change of a file may fail like a disk. The
 * database opens its files by name and is therefore not affected.
 */
public final class FaultyFiles extends FileSystemProvider {
  private final Disk disk;
  private final FileSystem files;

  private FaultyFiles(Path real, Disk disk) {
    this.disk = disk;
    this.files = new Files(real.getFileSystem());
  }

  /** Decides for each change of a file whether it fails. */
  public interface Disk {
    /** Called before a file is created, written, moved, linked, removed or flushed. */
    void change(Path file) throws IOException;
  }

  private interface Wrapped {
    Path real();
  }

  /** Returns the same path in the file system with faults. */
  public static Path at(Path real, Disk disk) {
    return new FaultyFiles(real, disk).wrapped(real);
  }

  private Path wrapped(Path real) {
    return (Path)
        Proxy.newProxyInstance(
            Wrapped.class.getClassLoader(),
            new Class<?>[] {Path.class, Wrapped.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("real")) {
                return real;
              }
              if (method.getName().equals("getFileSystem")) {
                return files;
              }
              Object[] given = arguments == null ? new Object[0] : arguments.clone();
              for (int i = 0; i < given.length; i++) {
                given[i] = given[i] instanceof Wrapped other ? other.real() : given[i];
              }
              try {
                Object result = method.invoke(real, given);
                return result instanceof Path path ? wrapped(path) : result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static Path real(Path path) {
    return path instanceof Wrapped wrapped ? wrapped.real() : path;
  }

  private static FileSystemProvider real() {
    return java.nio.file.FileSystems.getDefault().provider();
  }

  @Override
  public FileChannel newFileChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    if (!options.contains(StandardOpenOption.WRITE)) {
      return FileChannel.open(real(path), options, attributes);
    }
    disk.change(real(path));
    return new FaultyChannel(
        FileChannel.open(real(path), options, attributes), () -> disk.change(real(path)));
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return newFileChannel(path, options, attributes);
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
    DirectoryStream<Path> all = real().newDirectoryStream(real(folder), path -> true);
    return new DirectoryStream<>() {
      @Override
      public Iterator<Path> iterator() {
        Iterator<Path> each = all.iterator();
        return new Iterator<>() {
          @Override
          public boolean hasNext() {
            return each.hasNext();
          }

          @Override
          public Path next() {
            return wrapped(each.next());
          }
        };
      }

      @Override
      public void close() throws IOException {
        all.close();
      }
    };
  }

  @Override
  public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
    disk.change(real(folder));
    real().createDirectory(real(folder), attributes);
  }

  @Override
  public void createLink(Path link, Path existing) throws IOException {
    disk.change(real(link));
    real().createLink(real(link), real(existing));
  }

  @Override
  public void delete(Path path) throws IOException {
    disk.change(real(path));
    real().delete(real(path));
  }

  @Override
  public void copy(Path source, Path target, CopyOption... options) throws IOException {
    disk.change(real(target));
    real().copy(real(source), real(target), options);
  }

  @Override
  public void move(Path source, Path target, CopyOption... options) throws IOException {
    disk.change(real(target));
    real().move(real(source), real(target), options);
  }

  @Override
  public boolean isSameFile(Path one, Path other) throws IOException {
    return real().isSameFile(real(one), real(other));
  }

  @Override
  public boolean isHidden(Path path) throws IOException {
    return real().isHidden(real(path));
  }

  @Override
  public FileStore getFileStore(Path path) throws IOException {
    return real().getFileStore(real(path));
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    real().checkAccess(real(path), modes);
  }

  @Override
  public <V extends FileAttributeView> V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    return real().getFileAttributeView(real(path), type, options);
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    return real().readAttributes(real(path), type, options);
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String names, LinkOption... options)
      throws IOException {
    return real().readAttributes(real(path), names, options);
  }

  @Override
  public void setAttribute(Path path, String name, Object value, LinkOption... options)
      throws IOException {
    disk.change(real(path));
    real().setAttribute(real(path), name, value, options);
  }

  @Override
  public String getScheme() {
    return "faulty";
  }

  @Override
  public FileSystem newFileSystem(URI uri, Map<String, ?> settings) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileSystem getFileSystem(URI uri) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Path getPath(URI uri) {
    throw new UnsupportedOperationException();
  }

  /** A file system whose paths use this provider. */
  private final class Files extends FileSystem {
    private final FileSystem real;

    Files(FileSystem real) {
      this.real = real;
    }

    @Override
    public FileSystemProvider provider() {
      return FaultyFiles.this;
    }

    @Override
    public void close() {}

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public boolean isReadOnly() {
      return false;
    }

    @Override
    public String getSeparator() {
      return real.getSeparator();
    }

    @Override
    public Iterable<Path> getRootDirectories() {
      return real.getRootDirectories();
    }

    @Override
    public Iterable<FileStore> getFileStores() {
      return real.getFileStores();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
      return real.supportedFileAttributeViews();
    }

    @Override
    public Path getPath(String first, String... more) {
      return wrapped(real.getPath(first, more));
    }

    @Override
    public PathMatcher getPathMatcher(String pattern) {
      return real.getPathMatcher(pattern);
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
      return real.getUserPrincipalLookupService();
    }

    @Override
    public WatchService newWatchService() throws IOException {
      return real.newWatchService();
    }
  }
}
