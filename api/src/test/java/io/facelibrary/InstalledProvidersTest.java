package io.facelibrary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.facelibrary.support.FakeFaceLibrary;
import io.facelibrary.support.FaultyProviders;
import io.facelibrary.support.SampleProvider;
import io.facelibrary.support.ServicesLoader;
import java.io.IOException;
import java.net.URL;
import java.util.Enumeration;
import java.util.List;
import java.util.ServiceConfigurationError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstalledProvidersTest {

  private static final String SAMPLE = SampleProvider.class.getName();

  private static InstalledProviders<FaceLibraryProvider> installed(Class<?>... providers) {
    return InstalledProviders.ofLibraries(ServicesLoader.of(providers));
  }

  private static InvalidRequestException refusal(
      InstalledProviders<FaceLibraryProvider> providers, String name) {
    return catchThrowableOfType(InvalidRequestException.class, () -> providers.named(name));
  }

  private static InvalidRequestException refusal(
      InstalledProviders<FaceLibraryProvider> providers) {
    return catchThrowableOfType(InvalidRequestException.class, providers::only);
  }

  @Test
  void aProviderIsSelectedByName() {
    InstalledProviders<FaceLibraryProvider> two =
        installed(FaultyProviders.Other.class, SampleProvider.class);

    assertThat(two.named("sample")).isInstanceOf(SampleProvider.class);
    assertThat(two.named("other")).isInstanceOf(FaultyProviders.Other.class);
  }

  @Test
  void theOnlyProviderIsUsedWithoutAName() {
    assertThat(installed(SampleProvider.class).only()).isInstanceOf(SampleProvider.class);
  }

  @Test
  void anUnknownNameListsTheInstalledOnes() {
    InvalidRequestException refusal =
        refusal(installed(SampleProvider.class, FaultyProviders.Other.class), "Sample");

    assertThat(refusal.field()).isEqualTo("provider");
    assertThat(refusal)
        .hasMessage("provider must be one of [other, sample] (INVALID_REQUEST, effect NONE)")
        .hasNoSuppressedExceptions();
  }

  @Test
  void severalProvidersAreListedIfNoneIsNamed() {
    InvalidRequestException refusal =
        refusal(installed(SampleProvider.class, FaultyProviders.Other.class));

    assertThat(refusal).hasMessageStartingWith("provider must be set, to one of [other, sample] ");
  }

  @Test
  void theArtifactToAddIsNamedIfThereIsNoProvider() {
    String message =
        "provider cannot be found: no provider is on the class path; add one, such as the artifact"
            + " io.facelibrary:facelibrary-provider-inmemory";

    assertThat(refusal(installed())).hasMessageStartingWith(message);
    assertThat(refusal(installed(), "sample")).hasMessageStartingWith(message);
  }

  @Test
  void twoProvidersWithTheSameNameAreAnError() {
    InstalledProviders<FaceLibraryProvider> twins =
        installed(FaultyProviders.Other.class, FaultyProviders.SameName.class);
    String message = "provider is the name of 2 providers on the class path";

    assertThat(refusal(twins, "other")).hasMessageStartingWith(message);
    assertThat(refusal(twins)).hasMessageStartingWith(message);
  }

  @Test
  void aProviderListedTwiceIsLoadedOnce() {
    InstalledProviders<FaceLibraryProvider> listedTwice =
        InstalledProviders.ofLibraries(ServicesLoader.listing(SAMPLE, SAMPLE + "\n" + SAMPLE));

    assertThat(listedTwice.only()).isInstanceOf(SampleProvider.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "io.facelibrary.FaultyProviders$ThrowsInConstructor",
        "io.facelibrary.FaultyProviders$ThrowsInInitializer",
        "io.facelibrary.FaultyProviders$ThrowsInName",
        "io.facelibrary.FaultyProviders$Nameless",
        "io.facelibrary.FaultyProviders$NotAProvider",
        "io.facelibrary.Gone",
        "this is not a class"
      })
  void aBrokenProviderIsReportedAndDoesNotHideTheOthers(String broken) {
    InstalledProviders<FaceLibraryProvider> providers =
        InstalledProviders.ofLibraries(
            ServicesLoader.listing(broken, SAMPLE, FaultyProviders.Other.class.getName()));

    assertThat(providers.named("sample")).isInstanceOf(SampleProvider.class);
    assertThat(refusal(providers, "gone"))
        .hasMessageContaining("must be one of [other, sample] (1 more could not be loaded)");
    assertThat(refusal(providers, "gone").getSuppressed()).hasSize(1);
    assertThat(refusal(providers))
        .hasMessageContaining(
            "must be set, to one of [other, sample] (1 more could not be loaded)");
  }

  @Test
  void aBrokenProviderIsReportedIfItIsTheOnlyOne() {
    InvalidRequestException refusal = refusal(installed(FaultyProviders.ThrowsInConstructor.class));

    assertThat(refusal)
        .hasMessageContaining("no provider is on the class path (1 more could not be loaded); add");
    assertThat(refusal.getSuppressed())
        .singleElement()
        .isInstanceOf(ServiceConfigurationError.class);
    assertThat(refusal.getSuppressed()[0]).hasRootCauseMessage("for a test");
  }

  @Test
  void eachBrokenProviderIsReported() {
    InvalidRequestException refusal =
        refusal(
            installed(
                FaultyProviders.ThrowsInConstructor.class,
                FaultyProviders.ThrowsInName.class,
                FaultyProviders.Nameless.class));

    assertThat(refusal).hasMessageContaining("(3 more could not be loaded)");
    assertThat(refusal.getSuppressed()).hasSize(3);
  }

  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aClassLoaderThatCannotListItsFilesIsReported() {
    for (Throwable failure :
        List.of(new IOException("disk"), new IllegalStateException("container stopped"))) {
      ClassLoader loader =
          new ClassLoader(null) {
            @Override
            public Enumeration<URL> getResources(String name) {
              throw FakeFaceLibrary.<RuntimeException>undeclared(failure);
            }
          };

      assertThatThrownBy(() -> InstalledProviders.ofLibraries(loader).only())
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("could not be loaded");
    }
  }
}
