package io.facelibrary.testkit;

import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryProvider;
import io.facelibrary.ProviderSetting;
import io.facelibrary.ProviderSettings;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** A provider that opens only one library, and puts its key into the refusal of a setting. */
public final class LoudProvider implements FaceLibraryProvider {
  static final String NAME = "loud";

  /** Set when the first library opens. Each test of this provider resets it. */
  static final AtomicBoolean OPENED = new AtomicBoolean();

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<ProviderSetting<?>> settings() {
    return List.of(
        ProviderSetting.secret(NotebookProvider.KEY, "the key"),
        ProviderSetting.parsed(
            "no-such-setting",
            "no meaning",
            "is unknown, unlike key=" + NotebookHarness.KEY,
            Integer::valueOf));
  }

  @Override
  public FaceLibrary open(ProviderSettings settings) {
    if (OPENED.getAndSet(true)) {
      throw new IllegalStateException("is open already");
    }
    return new NotebookFaceLibrary(new Notebook(), Offered.ALL);
  }
}
