package io.facelibrary.embedded;

import io.facelibrary.Candidate;
import io.facelibrary.GroupId;
import io.facelibrary.LibraryInfo;
import io.facelibrary.PersonId;
import io.facelibrary.Search;
import io.facelibrary.engine.GroupDays;
import io.facelibrary.engine.ImageSearch;
import io.facelibrary.engine.LibraryStore;
import io.facelibrary.engine.PersonSnapshot;
import io.facelibrary.engine.Reads;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The operations that are the same in a writable and in a read-only store. */
abstract class SqlStore implements LibraryStore, ImageSearch, GroupDays {
  private final FaceKeys keys;
  private final SqlReads reads;
  private final SqlSearch searches;
  private final String identity;

  SqlStore(Readers readers, ImageFiles images) {
    keys = readers.read(FaceKeys::read);
    reads = new SqlReads(readers, images, keys);
    searches = new SqlSearch(readers, keys);
    identity = Long.toHexString(readers.read(Schema::identity));
  }

  final FaceKeys keys() {
    return keys;
  }

  final SqlSearch searches() {
    return searches;
  }

  @Override
  public final <T> Optional<T> read(
      PersonId id, Reads declared, Function<PersonSnapshot, T> function) {
    return reads.read(id, function);
  }

  @Override
  public final Map<PersonId, PersonSnapshot> read(Collection<PersonId> ids, Reads declared) {
    return reads.read(ids, declared);
  }

  @Override
  public final List<GroupId> groups(Optional<GroupId> after, int most) {
    return reads.groups(after, most);
  }

  @Override
  public final List<PersonId> persons(Optional<GroupId> in, Optional<PersonId> after, int most) {
    return reads.persons(in, after, most);
  }

  @Override
  public final Optional<LocalDate> creationDay(GroupId group) {
    return reads.creationDay(group);
  }

  @Override
  public final LibraryInfo counts() {
    return reads.counts();
  }

  @Override
  public final Optional<List<Candidate>> mostSimilar(Search request, List<GroupId> searched) {
    return searches.exactMatches(request, searched);
  }

  @Override
  public final String identity() {
    return identity;
  }
}
