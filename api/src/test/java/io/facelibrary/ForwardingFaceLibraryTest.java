package io.facelibrary;

import static io.facelibrary.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.support.Calls;
import io.facelibrary.support.FakeFaceLibrary;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ForwardingFaceLibraryTest {
  private final FakeFaceLibrary library = new FakeFaceLibrary();

  /** Records the operations that run through it. */
  private static final class Recorder extends ForwardingFaceLibrary {
    private final List<Operation> seen = new ArrayList<>();
    private final List<List<Object>> arguments = new ArrayList<>();

    Recorder(FaceLibrary delegate) {
      super(delegate);
    }

    @Override
    protected <T> T around(Call<T> call) {
      seen.add(call.operation());
      arguments.add(call.arguments());
      return super.around(call);
    }
  }

  static Method[] methods() {
    return FaceLibrary.class.getMethods();
  }

  @ParameterizedTest
  @MethodSource("methods")
  void forwardsEveryMethodIncludingDefaultMethods(Method method) {
    assertThat(ForwardingFaceLibrary.class.getDeclaredMethods())
        .anyMatch(
            declared ->
                declared.getName().equals(method.getName())
                    && Arrays.equals(declared.getParameterTypes(), method.getParameterTypes()));
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void runsEveryOperationThroughAround(Operation operation) {
    Recorder layer = new Recorder(library);

    Object result = Calls.call(layer, operation);

    assertThat(layer.seen).containsExactly(operation);
    assertThat(library.calls).containsExactly(operation);
    assertThat(layer.arguments).isEqualTo(library.arguments);
    assertThat(result).isEqualTo(Calls.call(library, operation));
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void aLayerMayMakeTheCallSeveralTimes(Operation operation) {
    FaceLibrary twice =
        new ForwardingFaceLibrary(library) {
          @Override
          protected <T> T around(Call<T> call) {
            T first = call.proceed();
            T second = call.proceed();
            assertThat(second).isEqualTo(first);
            return second;
          }
        };

    Calls.call(twice, operation);

    assertThat(library.calls).containsExactly(operation, operation);
  }

  @Test
  void hasTheCapabilitiesOfItsDelegate() {
    assertThat(new Recorder(library).capabilities()).isSameAs(library.capabilities());
  }

  @Test
  void closesItsDelegate() {
    new Recorder(library).close();

    assertThat(library.closes).hasValue(1);
  }

  @Test
  void unwrapsItselfOrItsDelegate() {
    Recorder inner = new Recorder(library);
    FaceLibrary outer = FaceLibraries.guard("sample", new ForwardingFaceLibrary(inner) {});

    assertThat(outer.unwrap(Recorder.class)).containsSame(inner);
    assertThat(outer.unwrap(FakeFaceLibrary.class)).containsSame(library);
    assertThat(outer.unwrap(FaceLibrary.class)).containsSame(outer);
    assertThat(outer.unwrap(String.class)).isEqualTo(Optional.empty());
  }

  @Test
  void aLayerMayRefuseEveryWriteWithOneMethod() {
    FaceLibrary readOnly =
        new ForwardingFaceLibrary(library) {
          @Override
          protected <T> T around(Call<T> call) {
            if (call.operation().isRead()) {
              return call.proceed();
            }
            throw UnsupportedCapabilityException.of(Capability.WRITES);
          }
        };

    for (Operation operation : Operation.values()) {
      if (operation.isRead()) {
        Calls.call(readOnly, operation);
      } else {
        assertThatThrownBy(() -> Calls.call(readOnly, operation), "%s", operation)
            .isInstanceOf(UnsupportedCapabilityException.class);
      }
    }
    assertThat(library.calls).allMatch(Operation::isRead);
  }

  @Test
  void aCallIsPrintedWithoutItsArguments() {
    assertThat(new Call<>(Operation.FIND_PERSON, List.of(Calls.ALICE), () -> "result"))
        .hasToString("Call[findPerson]");
  }

  @Test
  void requiresADelegate() {
    assertRefused("delegate", "must not be null", () -> new Recorder(null));
  }
}
