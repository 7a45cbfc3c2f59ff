package io.facelibrary.cli;

import io.facelibrary.Call;
import io.facelibrary.CheckReport;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryProvider;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.LibraryMaintenance;
import io.facelibrary.ProviderSetting;
import io.facelibrary.ProviderSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Opens libraries by name. They outlive the command that opened them, and have maintenance. */
public final class KeptProvider implements FaceLibraryProvider {
  static final Map<String, FaceLibrary> KEPT = new ConcurrentHashMap<>();

  /** The findings of a check, by the name of the library. */
  static final Map<String, CheckReport> FINDINGS = new ConcurrentHashMap<>();

  /** The repairs made at the opening, by the name of the library. */
  static final Map<String, CheckReport> REPAIRS = new ConcurrentHashMap<>();

  /** Called before each operation, by the name of the library. */
  static final Map<String, Runnable> BEFORE = new ConcurrentHashMap<>();

  private static final ProviderSetting<String> LIBRARY =
      ProviderSetting.text("library", "the name of the library").required();

  public KeptProvider() {}

  @Override
  public String name() {
    return "kept";
  }

  @Override
  public List<ProviderSetting<?>> settings() {
    return List.of(LIBRARY, ProviderSetting.secret("pass-phrase", "the pass phrase"));
  }

  @Override
  public FaceLibrary open(ProviderSettings settings) {
    String name = settings.get(LIBRARY);
    FaceLibrary kept =
        KEPT.computeIfAbsent(name, unused -> FaceLibraries.open("inmemory", Map.of()));
    return new Kept(name, kept);
  }

  private static final class Kept extends ForwardingFaceLibrary implements LibraryMaintenance {
    private final String name;

    Kept(String name, FaceLibrary kept) {
      super(kept);
      this.name = name;
    }

    @Override
    protected <T> T around(Call<T> call) {
      Optional.ofNullable(BEFORE.get(name)).ifPresent(Runnable::run);
      return call.proceed();
    }

    @Override
    public CheckReport repairsAtOpen() {
      return REPAIRS.getOrDefault(name, CheckReport.of(List.of()));
    }

    @Override
    public CheckReport check() {
      return FINDINGS.getOrDefault(name, CheckReport.of(List.of()));
    }

    @Override
    public void backup(Path folder) {
      if (!folder.toFile().mkdir()) {
        throw InvalidRequestException.of("folder", "must be empty");
      }
    }

    @Override
    public void close() {
      // Stays open for the next command.
    }
  }
}
