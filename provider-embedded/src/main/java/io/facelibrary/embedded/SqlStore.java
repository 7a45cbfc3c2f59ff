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

/** The operations that are the same in a writable and in a read-only store. */
abstract class SqlStore implements LibraryStore {
  private final SqlReads reads;
  private final SqlSearch searches;
  private final long identity;

  SqlStore(Readers readers, ImageFiles images) {
    reads = new SqlReads(readers, images);
    searches = new SqlSearch(readers);
    identity = reads.identity();
  }

  final SqlSearch searches() {
    return searches;
  }

  @Override
  public final <T> Optional<T> read(PersonId id, Function<PersonReader, T> rule) {
    return reads.read(id, rule);
  }

  @Override
  public final List<GroupId> groups(Optional<GroupId> after, int limit) {
    return reads.groups(after, limit);
  }

  @Override
  public final List<PersonId> members(GroupId group, Optional<PersonId> after, int limit) {
    return reads.members(group, after, limit);
  }

  @Override
  public final Optional<LocalDate> creationDay(GroupId group) {
    return reads.creationDay(group);
  }

  @Override
  public final void forEachPerson(Consumer<PersonId> action) {
    reads.forEachPerson(action);
  }

  @Override
  public final List<Candidate> mostSimilar(Search request, List<GroupId> searched) {
    return searches.exactMatches(request, searched);
  }

  @Override
  public final long identity() {
    return identity;
  }
}
