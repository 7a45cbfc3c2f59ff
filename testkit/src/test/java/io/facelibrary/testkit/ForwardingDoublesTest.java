package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.FaceArchive;
import io.facelibrary.FaceLibrary;
import io.facelibrary.LibraryMaintenance;
import io.facelibrary.Operation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The doubles see every operation, since each one runs through the hook of a layer. */
class ForwardingDoublesTest {
  @Test
  void everyMethodOfTheInterfaceAndItsFacetsIsAnOperationOrAboutTheLibrary() {
    Set<String> known =
        new TreeSet<>(Set.of("capabilities", "unwrap", "close", "model", "repairsAtOpen"));
    for (Operation operation : Operation.values()) {
      if (operation != Operation.LIST_ALL_PERSONS) { // also named listPersons
        known.add(operation.toString());
      }
    }

    assertThat(
            Stream.of(FaceLibrary.class, FaceArchive.class, LibraryMaintenance.class)
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .map(Method::getName)
                .collect(Collectors.toSet()))
        .isEqualTo(known);
  }
}
