package io.facelibrary.support;

import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryProvider;
import io.facelibrary.ProviderSetting;
import io.facelibrary.ProviderSettings;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Providers with a defect, and further providers for tests with several. */
public final class FaultyProviders {

  private FaultyProviders() {}

  /** A provider without a defect. */
  public static final class Other implements FaceLibraryProvider {
    @Override
    public String name() {
      return "other";
    }

    @Override
    public List<ProviderSetting<?>> settings() {
      return List.of();
    }

    @Override
    public FaceLibrary open(ProviderSettings settings) {
      return FaceLibraries.guard("other", new FakeFaceLibrary());
    }
  }

  /** Has the name of another provider. */
  public static final class SameName implements FaceLibraryProvider {
    @Override
    public String name() {
      return "other";
    }

    @Override
    public List<ProviderSetting<?>> settings() {
      return List.of();
    }

    @Override
    public FaceLibrary open(ProviderSettings settings) {
      return new FakeFaceLibrary();
    }
  }

  /** Cannot be constructed. */
  public static final class ThrowsInConstructor implements FaceLibraryProvider {
    /** Throws. */
    public ThrowsInConstructor() {
      throw new IllegalStateException("for a test");
    }

    @Override
    public String name() {
      return "throws-in-constructor";
    }

    @Override
    public List<ProviderSetting<?>> settings() {
      return List.of();
    }

    @Override
    public FaceLibrary open(ProviderSettings settings) {
      return new FakeFaceLibrary();
    }
  }

  /** Cannot be initialized, as if a dependency were missing. */
  public static final class ThrowsInInitializer implements FaceLibraryProvider {
    static final int LOADED = Integer.parseInt("no number");

    @Override
    public String name() {
      return "throws-in-initializer";
    }

    @Override
    public List<ProviderSetting<?>> settings() {
      return List.of();
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
    public List<ProviderSetting<?>> settings() {
      return List.of();
    }

    @Override
    public FaceLibrary open(ProviderSettings settings) {
      return new FakeFaceLibrary();
    }
  }

  /** Cannot return its name, as if a class were missing. */
  public static final class ThrowsInName implements FaceLibraryProvider {
    @Override
    public String name() {
      throw new NoClassDefFoundError("com/example/Sdk");
    }

    @Override
    public List<ProviderSetting<?>> settings() {
      return List.of();
    }

    @Override
    public FaceLibrary open(ProviderSettings settings) {
      return new FakeFaceLibrary();
    }
  }

  /** Does not implement the interface. */
  public static final class NotAProvider {}

  /** Throws an unexpected exception. */
  public static final class ThrowsInOpen implements FaceLibraryProvider {
    @Override
    public String name() {
      return "throws-in-open";
    }

    @Override
    public List<ProviderSetting<?>> settings() {
      return List.of();
    }

    @Override
    public FaceLibrary open(ProviderSettings settings) {
      throw new IllegalArgumentException("Never-Show-Me");
    }
  }

  /** Lists null for its settings. */
  public static final class ReturnsNullSettings implements FaceLibraryProvider {
    @Override
    public String name() {
      return "null-settings";
    }

    @Override
    public List<ProviderSetting<?>> settings() {
      return null;
    }

    @Override
    public FaceLibrary open(ProviderSettings settings) {
      return new FakeFaceLibrary();
    }
  }

  /** Lists two settings with one environment variable. */
  public static final class CollidingSettings implements FaceLibraryProvider {
    @Override
    public String name() {
      return "colliding";
    }

    @Override
    public List<ProviderSetting<?>> settings() {
      return List.of(ProviderSetting.text("a-b", ""), ProviderSetting.text("ab", ""));
    }

    @Override
    public FaceLibrary open(ProviderSettings settings) {
      return new FakeFaceLibrary();
    }
  }

  /** Returns null for a library. */
  public static final class ReturnsNull implements FaceLibraryProvider {
    @Override
    public String name() {
      return "returns-null";
    }

    @Override
    public List<ProviderSetting<?>> settings() {
      return List.of();
    }

    @Override
    public FaceLibrary open(ProviderSettings settings) {
      return null;
    }
  }

  /** Opens a library that returns null for its capabilities, and counts how often it is closed. */
  public static final class ReturnsNullCapabilities implements FaceLibraryProvider {
    public static final AtomicInteger CLOSED = new AtomicInteger();

    @Override
    public String name() {
      return "null-capabilities";
    }

    @Override
    public List<ProviderSetting<?>> settings() {
      return List.of();
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

  /** Opens a library that returns null for its capabilities and then cannot be closed. */
  public static final class FailsToClose implements FaceLibraryProvider {
    @Override
    public String name() {
      return "fails-to-close";
    }

    @Override
    public List<ProviderSetting<?>> settings() {
      return List.of();
    }

    @Override
    public FaceLibrary open(ProviderSettings settings) {
      return new FakeFaceLibrary(null) {
        @Override
        public void close() {
          throw new IllegalStateException("for a test");
        }
      };
    }
  }
}
