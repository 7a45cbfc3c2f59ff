package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.FaceLibrary;
import io.facelibrary.Operation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A new method of the interface must not be missing in the recorder without a failed test. */
class ForwardingDoublesTest {
  @Test
  void everyOperationOfTheInterfaceIsRecorded() {
    List<String> overridden =
        Arrays.stream(RecordingFaceLibrary.class.getDeclaredMethods())
            .map(Method::getName)
            .toList();

    assertThat(Arrays.stream(Operation.values()).map(Operation::toString))
        .allSatisfy(name -> assertThat(overridden).contains(name));
  }

  @Test
  void everyMethodOfTheInterfaceIsAnOperationOrAboutTheLibrary() {
    Set<String> known = new TreeSet<>(Set.of("capabilities", "unwrap", "close"));
    for (Operation operation : Operation.values()) {
      known.add(operation.toString());
    }

    assertThat(
            Arrays.stream(FaceLibrary.class.getMethods())
                .map(Method::getName)
                .collect(Collectors.toSet()))
        .isEqualTo(known);
  }
}
