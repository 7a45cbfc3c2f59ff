package io.facelibrary.guice;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import io.facelibrary.Placeholder;

/** Stands where the module will. */
public final class PlaceholderModule extends AbstractModule {
  /** Makes the module. */
  public PlaceholderModule() {}

  @Provides
  int four() {
    return Placeholder.twice(2);
  }
}
