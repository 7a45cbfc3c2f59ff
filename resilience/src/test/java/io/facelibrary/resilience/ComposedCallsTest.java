package io.facelibrary.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.facelibrary.AddPerson;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibrary;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.Limits;
import io.facelibrary.Operation;
import io.facelibrary.PersonId;
import io.facelibrary.inmemory.InMemoryFaceLibrary;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Operations that a library makes of others count against the rates of those. */
class ComposedCallsTest {
  private static final PersonId ADA = PersonId.of("ada");
  private static final PersonId NOBODY = PersonId.of("nobody");

  private final VirtualTime time = new VirtualTime();

  @Test
  void enrolTakesAPermitOfAddPersonAndOneOfAddFaces() {
    ScriptedLibrary library = limited(Map.of(Operation.ADD_PERSON, 2, Operation.ADD_FACES, 1));
    FaceLibrary layer = resilient(library).build();

    enrol(layer, "1");
    enrol(layer, "2");
    enrol(layer, "3");

    assertThat(library.operations).containsOnly(Operation.ENROL);
    assertThat(library.begun)
        .containsExactly(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(2));
  }

  @Test
  void enrolTakesAPermitOfItsOwnIfItHasARate() {
    ScriptedLibrary library = limited(Map.of(Operation.ENROL, 1, Operation.ADD_PERSON, 10));
    FaceLibrary layer = resilient(library).build();

    enrol(layer, "1");
    enrol(layer, "2");

    assertThat(library.begun).containsExactly(Duration.ZERO, Duration.ofSeconds(1));
  }

  @Test
  void enrolIsNotLimitedIfItsRateLimitIsRemoved() {
    ScriptedLibrary library = limited(Map.of(Operation.ADD_PERSON, 1));
    FaceLibrary layer = resilient(library).withoutRateLimit(Operation.ENROL).build();

    enrol(layer, "1");
    enrol(layer, "2");

    assertThat(time.sleeps).isEmpty();
  }

  @Test
  void findPersonsBecomesOneCallForEachPersonIfOnlySuchCallsHaveARate() {
    ScriptedLibrary library = limited(Map.of(Operation.FIND_PERSON, 1));
    library.addPerson(AddPerson.of(Calls.GRACE));
    library.addPerson(AddPerson.of(ADA));
    library.operations.clear();
    library.thenFail(Calls.unavailable(Operation.FIND_PERSON));
    Set<PersonId> persons = new LinkedHashSet<>(List.of(Calls.GRACE, NOBODY, ADA));

    var found = resilient(library).build().findPersons(persons);

    assertThat(found).containsOnlyKeys(Calls.GRACE, ADA);
    assertThat(library.operations).hasSize(4).containsOnly(Operation.FIND_PERSON);
    assertThat(time.now()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void findPersonsIsOneCallIfItHasARateOrNothingHas() {
    ScriptedLibrary unlimited = limited(Map.of());
    ScriptedLibrary both = limited(Map.of(Operation.FIND_PERSON, 1, Operation.FIND_PERSONS, 1));
    ScriptedLibrary single = limited(Map.of(Operation.FIND_PERSON, 1));
    Set<PersonId> persons = Set.of(Calls.GRACE, ADA);

    resilient(unlimited).build().findPersons(persons);
    resilient(both).build().findPersons(persons);
    resilient(single).withoutRateLimits().build().findPersons(persons);
    resilient(single).callsPerSecond(Operation.FIND_PERSONS, 5).build().findPersons(persons);

    assertThat(unlimited.operations).containsExactly(Operation.FIND_PERSONS);
    assertThat(both.operations).containsExactly(Operation.FIND_PERSONS);
    assertThat(single.operations).containsExactly(Operation.FIND_PERSONS, Operation.FIND_PERSONS);
  }

  @Test
  void findPersonsLeavesTheRefusalOfItsArgumentToTheLibrary() {
    ScriptedLibrary library = limited(Map.of(Operation.FIND_PERSON, 1));
    FaceLibrary layer = resilient(library).build();
    Set<PersonId> tooMany =
        IntStream.rangeClosed(0, 1000)
            .mapToObj(it -> PersonId.of("p" + it))
            .collect(Collectors.toSet());

    assertThat(layer.findPersons(Set.of())).isEmpty();
    assertThat(refusal(() -> layer.findPersons(null))).isEqualTo("persons");
    assertThat(refusal(() -> layer.findPersons(tooMany))).isEqualTo("persons");
    assertThat(refusal(() -> layer.findPersons(Collections.singleton(null)))).isEqualTo("person");
  }

  private static String refusal(ThrowingCallable call) {
    var refusal = catchThrowableOfType(InvalidRequestException.class, call);
    assertThat(refusal.kind()).isEqualTo(ErrorKind.INVALID_REQUEST);
    return refusal.field();
  }

  private static void enrol(FaceLibrary library, String person) {
    library.enrol(AddPerson.of(PersonId.of(person)), List.of(Calls.IMAGE));
  }

  private ScriptedLibrary limited(Map<Operation, Integer> rates) {
    return new ScriptedLibrary(
        time,
        InMemoryFaceLibrary.builder()
            .limits(Limits.builder().callsPerSecond(rates).build())
            .open());
  }

  private ResilientFaceLibrary.Builder resilient(ScriptedLibrary library) {
    return ResilientFaceLibrary.around(library).time(time).random(() -> 0);
  }
}
