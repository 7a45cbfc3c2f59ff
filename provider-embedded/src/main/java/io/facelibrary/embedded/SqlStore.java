package io.facelibrary.embedded;

import io.facelibrary.Candidate;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import io.facelibrary.Search;
import io.facelibrary.engine.LibraryStore;
import io.facelibrary.engine.PersonReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** What a library on disk answers the same whether it is open for writing or for reading only. */
abstract class SqlStore implements LibraryStore {
  private final SqlReads reading;
  private final SqlSearch searching;
  private final long identity;

  SqlStore(Readers readers, ImageFiles pictures) {
    reading = new SqlReads(readers, pictures);
    searching = new SqlSearch(readers);
    identity = reading.identity();
  }

  final SqlSearch searching() {
    return searching;
  }

  @Override
  public final <T> Optional<T> read(PersonId id, Function<PersonReader, T> rule) {
    return reading.read(id, rule);
  }

  @Override
  public final List<GroupId> groups(Optional<GroupId> after, int most) {
    return reading.groups(after, most);
  }

  @Override
  public final List<PersonId> members(GroupId group, Optional<PersonId> after, int most) {
    return reading.members(group, after, most);
  }

  @Override
  public final Optional<LocalDate> since(GroupId group) {
    return reading.since(group);
  }

  @Override
  public final void forEachPerson(Consumer<PersonId> each) {
    reading.forEachPerson(each);
  }

  @Override
  public final List<Candidate> alike(Search request, List<GroupId> asked) {
    return searching.alike(request, asked);
  }

  @Override
  public final long identity() {
    return identity;
  }
}
