package io.facelibrary;

import java.util.concurrent.atomic.AtomicInteger;

/** Providers that something is wrong with, or that there is one more of. */
public final class OddProviders {

  private OddProviders() {}

  /** Nothing is wrong with it. */
  public static final class Other implements FaceLibraryProvider {
    @Override
    public String name() {
      return "other";
    }

    @Override
    public FaceLibrary open(ProviderSettings settings) {
      return FaceLibraries.guard("other", new FakeFaceLibrary());
    }
  }

  /** Has the name of another. */
  public static final class Namesake implements FaceLibraryProvider {
    @Override
    public String name() {
      return "other";
    }

    @Override
    public FaceLibrary open(ProviderSettings settings) {
      return new FakeFaceLibrary();
    }
  }

  /** Cannot be made. */
  public static final class ThrowsWhenMade implements FaceLibraryProvider {
    /** Throws. */
    public ThrowsWhenMade() {
      throw new IllegalStateException("made in vain");
    }

    @Override
    public String name() {
      return "throws-when-made";
    }

    @Override
    public FaceLibrary open(ProviderSettings settings) {
      return new FakeFaceLibrary();
    }
  }

  /** Cannot be loaded, as when a library that it needs is missing. */
  public static final class ThrowsWhenLoaded implements FaceLibraryProvider {
    static final int LOADED = Integer.parseInt("no number");

    @Override
    public String name() {
      return "throws-when-loaded";
    }

    @Override
    public FaceLibrary open(ProviderSettings settings) {
      return new FakeFaceLibrary();
    }
  }

  /** Has no name. */
  public static final class Nameless implements FaceLibraryProvider {
    @Override
    public String name() {
      return null;
    }

    @Override
    public FaceLibrary open(ProviderSettings settings) {
      return new FakeFaceLibrary();
    }
  }

  /** Fails to tell its name, as when a class that it needs is missing. */
  public static final class ThrowsWhenNamed implements FaceLibraryProvider {
    @Override
    public String name() {
      throw new NoClassDefFoundError("com/example/Sdk");
    }

    @Override
    public FaceLibrary open(ProviderSettings settings) {
      return new FakeFaceLibrary();
    }
  }

  /** Is no provider. */
  public static final class Stranger {}

  /** Throws what it should not. */
  public static final class ThrowsWhenOpened implements FaceLibraryProvider {
    @Override
    public String name() {
      return "throws-when-opened";
    }

    @Override
    public FaceLibrary open(ProviderSettings settings) {
      throw new IllegalArgumentException("Never-Show-Me");
    }
  }

  /** Opens nothing. */
  public static final class OpensNull implements FaceLibraryProvider {
    @Override
    public String name() {
      return "opens-null";
    }

    @Override
    public FaceLibrary open(ProviderSettings settings) {
      return null;
    }
  }

  /** Opens a library that does not tell its capabilities, and counts how often it is closed. */
  public static final class OpensSpeechless implements FaceLibraryProvider {
    static final AtomicInteger CLOSED = new AtomicInteger();

    @Override
    public String name() {
      return "opens-speechless";
    }

    @Override
    public FaceLibrary open(ProviderSettings settings) {
      return new FakeFaceLibrary(null) {
        @Override
        public void close() {
          CLOSED.incrementAndGet();
        }
      };
    }
  }
}
