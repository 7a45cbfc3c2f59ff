package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.FaceId;
import io.facelibrary.testkit.History.Entry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class HistoryPropertyTest {
  private static final int LIMIT = 3;

  /** A sequential history stays explained if its calls are stretched until they overlap. */
  @Property(tries = 300)
  void explainsTheCallsOfOneThreadForAnyOverlap(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int calls) {
    List<Observation> observations = sequence(new Random(seed), calls);
    History history = new History();
    Random stretch = new Random(seed + 1);
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < observations.size(); i++) {
      long moment = 100L * i;
      entries.add(
          new Entry(
              moment - stretch.nextInt(400), moment + stretch.nextInt(400), observations.get(i)));
    }
    Collections.shuffle(entries, stretch);
    entries.forEach(history::add);

    assertThat(history.isLinearizable(start())).isTrue();
  }

  /** One impossible observation makes a history impossible. */
  @Property(tries = 300)
  void explainsNoHistoryWithAFaceThatWasNeverAdded(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int calls) {
    List<Observation> observations = new ArrayList<>(sequence(new Random(seed), calls));
    observations.add(
        new Random(seed).nextInt(calls + 1), new Observation.Saw(FaceId.of("never-added")));
    History history = new History();
    for (int i = 0; i < observations.size(); i++) {
      history.add(new Entry(0, 1, observations.get(i)));
    }

    assertThat(history.isLinearizable(start())).isFalse();
  }

  private static PersonModel start() {
    return new PersonModel(true, Set.of(), LIMIT);
  }

  /** Returns the observations of sequential calls on one person. */
  private static List<Observation> sequence(Random random, int calls) {
    List<Observation> observations = new ArrayList<>();
    PersonModel person = start();
    while (observations.size() < calls) {
      Observation observation = anyObservation(random, person, observations.size());
      Optional<PersonModel> next = person.after(observation);
      if (next.isPresent()) {
        observations.add(observation);
        person = next.get();
      }
    }
    return observations;
  }

  private static Observation anyObservation(Random random, PersonModel person, int call) {
    FaceId known = FaceId.of(Integer.toString(random.nextInt(call + 1)));
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> new Observation.Added(FaceId.of(Integer.toString(call)));
      case 3 -> new Observation.Deleted(known);
      case 4 -> new Observation.FoundAbsent(known);
      case 5 -> new Observation.Saw(known);
      case 6 -> new Observation.FoundFull();
      case 7 ->
          random.nextBoolean() ? new Observation.PersonDeleted() : new Observation.PersonAdded();
      case 8 ->
          random.nextBoolean() ? new Observation.PersonMissing() : new Observation.PersonFound();
      default -> new Observation.SawAll(person.faces());
    };
  }
}
