package io.facelibrary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.facelibrary.support.Calls;
import io.facelibrary.support.FakeFaceLibrary;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The facets of this API run through the guard and through every layer. */
class GuardedFacetsTest {
  private static final String FACETS = "FIND_ARCHIVED_FACE|ADD_ARCHIVED_FACES|CHECK|BACKUP";

  private final FakeFaceLibrary provider = new FakeFaceLibrary();
  private final FaceLibrary library = FaceLibraries.guard("sample", provider);

  @ParameterizedTest
  @EnumSource(value = Operation.class, mode = Mode.MATCH_ANY, names = FACETS)
  void aFacetIsRefusedAfterClosing(Operation operation) {
    FaceArchive archive = library.unwrap(FaceArchive.class).orElseThrow();
    LibraryMaintenance maintenance = library.unwrap(LibraryMaintenance.class).orElseThrow();
    library.close();

    assertThatThrownBy(() -> Calls.call(library, operation))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("sample " + operation);
    assertThatThrownBy(() -> archive.findArchivedFace(Calls.ALICE, FaceId.of("1")))
        .isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(maintenance::check).isInstanceOf(InvalidRequestException.class);
    assertThat(provider.calls).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(value = Operation.class, mode = Mode.MATCH_ANY, names = FACETS)
  void aFailureOfAFacetNamesItsCall(Operation operation) {
    provider.throwing(
        FaceLibraryException.of(ErrorKind.UNAVAILABLE, Effect.NONE, "the disk is full"));

    FaceLibraryException failure =
        catchThrowableOfType(FaceLibraryException.class, () -> Calls.call(library, operation));

    assertThat(failure.call()).contains(CallInfo.of("sample", operation));
  }

  @ParameterizedTest
  @EnumSource(value = Operation.class, mode = Mode.MATCH_ANY, names = FACETS)
  void aFacetRunsThroughEveryLayer(Operation operation) {
    List<String> seen = new ArrayList<>();
    FaceLibrary layers = layer(seen, "outer", layer(seen, "inner", library));

    Calls.call(layers, operation);

    assertThat(seen).containsExactly("outer " + operation, "inner " + operation);
    assertThat(provider.calls).containsExactly(operation);
  }

  private static FaceLibrary layer(List<String> seen, String name, FaceLibrary delegate) {
    return new ForwardingFaceLibrary(delegate) {
      @Override
      protected <T> T around(Call<T> call) {
        seen.add(name + " " + call.operation());
        return super.around(call);
      }
    };
  }

  @Test
  void aFacetOfAProviderIsReturnedAsItIs() {
    assertThat(library.unwrap(FakeFaceLibrary.class)).containsSame(provider);
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void aCallOfAnInterruptedThreadIsRefused(Operation operation) {
    Thread.currentThread().interrupt();
    FaceLibraryException failure =
        catchThrowableOfType(FaceLibraryException.class, () -> Calls.call(library, operation));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(failure.kind()).isEqualTo(ErrorKind.INTERRUPTED);
    assertThat(failure.effect()).isEqualTo(Effect.NONE);
    assertThat(failure.call()).contains(CallInfo.of("sample", operation));
    assertThat(provider.calls).isEmpty();
  }
}
