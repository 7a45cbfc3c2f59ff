package io.facelibrary.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.Capability;
import io.facelibrary.FaceLibrary;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.engine.support.MapLibraryStore;
import io.facelibrary.testkit.FakeFaceEncoder;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

/** Stores that can do no more than every store. */
class StoreAbilitiesTest {

  /** Returns a store that has the methods of {@link LibraryStore} and no others. */
  private static LibraryStore plainStore() {
    MapLibraryStore store = new MapLibraryStore();
    return (LibraryStore)
        Proxy.newProxyInstance(
            LibraryStore.class.getClassLoader(),
            new Class<?>[] {LibraryStore.class},
            (proxy, method, arguments) -> method.invoke(store, arguments));
  }

  @Test
  void withoutAnEncoderSearchIsNotOfferedByAStoreThatComparesNoImages() {
    FaceLibrary library = EngineLibraries.create(plainStore(), new EngineOptions());

    assertThat(library.capabilities().offers(Capability.SEARCH)).isFalse();
  }

  @Test
  void withAnEncoderSearchIsOfferedByEveryStore() {
    FaceLibrary library =
        EngineLibraries.create(plainStore(), new EngineOptions().encoder(new FakeFaceEncoder()));

    assertThat(library.capabilities().offers(Capability.SEARCH)).isTrue();
  }

  @Test
  void theRuleAboutNewGroupsIsRefusedByAStoreThatDoesNotKnowTheirAge() {
    EngineOptions options = new EngineOptions().nextDayGroups();

    assertThatThrownBy(() -> EngineLibraries.create(plainStore(), options))
        .isInstanceOfSatisfying(
            InvalidRequestException.class, e -> assertThat(e.field()).isEqualTo("nextDayGroups"));
  }
}
