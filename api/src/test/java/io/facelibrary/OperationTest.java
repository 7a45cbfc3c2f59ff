package io.facelibrary;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OperationTest {

  /** Methods that are not operations on the content of the library. */
  private static final Set<String> NO_OPERATIONS =
      Set.of("capabilities", "unwrap", "close", "model", "repairsAtOpen");

  @Test
  void operationsAndMethodsCorrespondOneToOne() {
    assertThat(
            Stream.of(FaceLibrary.class, FaceArchive.class, LibraryMaintenance.class)
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .map(OperationTest::name)
                .filter(name -> !NO_OPERATIONS.contains(name)))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Operation.values()).map(Operation::toString).toList());
  }

  /** Two methods have the same name, and their operations have different ones. */
  private static String name(Method method) {
    return method.getName().equals("listPersons") && method.getParameterCount() == 1
        ? "listAllPersons"
        : method.getName();
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void onlyAddsAreNotIdempotent(Operation operation) {
    assertThat(operation.isIdempotent())
        .isEqualTo(!operation.toString().startsWith("add") && operation != Operation.ENROL);
  }

  @Test
  void queriesListsAndSearchAreReads() {
    assertThat(
            Arrays.stream(Operation.values()).filter(Operation::isRead).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(
            Operation.QUERY_FACES,
            Operation.FIND_PERSON,
            Operation.LIST_GROUPS,
            Operation.FIND_PERSONS,
            Operation.LIST_PERSONS,
            Operation.LIST_ALL_PERSONS,
            Operation.SEARCH,
            Operation.INFO,
            Operation.FIND_ARCHIVED_FACE,
            Operation.CHECK,
            Operation.BACKUP);
  }
}
