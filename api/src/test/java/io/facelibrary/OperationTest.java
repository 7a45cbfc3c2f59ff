package io.facelibrary;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OperationTest {

  /** Methods that are not operations on the content of the library. */
  private static final Set<String> NO_OPERATIONS = Set.of("capabilities", "unwrap", "close");

  @Test
  void operationsAndMethodsCorrespondOneToOne() {
    assertThat(
            Arrays.stream(FaceLibrary.class.getMethods())
                .map(Method::getName)
                .filter(name -> !NO_OPERATIONS.contains(name)))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Operation.values()).map(Operation::toString).toList());
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void onlyAddsAreNotIdempotent(Operation operation) {
    assertThat(operation.isIdempotent()).isEqualTo(!operation.toString().startsWith("add"));
  }

  @Test
  void queriesListsAndSearchAreReads() {
    assertThat(
            Arrays.stream(Operation.values()).filter(Operation::isRead).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(
            Operation.QUERY_FACES,
            Operation.FIND_PERSON,
            Operation.LIST_GROUPS,
            Operation.LIST_PERSONS,
            Operation.SEARCH);
  }
}
