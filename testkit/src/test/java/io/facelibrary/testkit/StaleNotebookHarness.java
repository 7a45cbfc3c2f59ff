package io.facelibrary.testkit;

import io.facelibrary.Capabilities;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.Page;
import io.facelibrary.PageRequest;
import io.facelibrary.Person;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import io.facelibrary.QueryFacesResult;
import java.time.Duration;
import java.util.Optional;

/** Opens a library whose queries read a copy. The copy is made when a query delay has passed. */
final class StaleNotebookHarness implements Harness {
  private static final Duration DELAY = Duration.ofSeconds(5);

  private final Notebook notebook = new Notebook();
  private final Notebook seen = new Notebook();
  private final Capabilities capabilities;
  private final boolean neverShows;

  StaleNotebookHarness(Capabilities all) {
    this(all, false);
  }

  /**
   * Opens libraries with this defect or without.
   *
   * @param neverShows whether the copy is never made
   */
  StaleNotebookHarness(Capabilities all, boolean neverShows) {
    this.capabilities = all.toBuilder().queryDelay(DELAY).build();
    this.neverShows = neverShows;
  }

  @Override
  public FaceLibrary open() {
    FaceLibrary current = new NotebookFaceLibrary(notebook, capabilities);
    FaceLibrary old = new NotebookFaceLibrary(seen, capabilities);
    return FaceLibraries.guard(NotebookProvider.NAME, new Stale(current, old));
  }

  @Override
  public Optional<FaceImage> unsuitableImage() {
    return Optional.of(NotebookFaceLibrary.NO_FACE);
  }

  /** Passes the delay. */
  @Override
  public void waitForQueries(Duration queryDelay) {
    if (neverShows) {
      return;
    }
    synchronized (notebook) {
      synchronized (seen) {
        seen.copyFrom(notebook);
      }
    }
  }

  private static final class Stale extends ForwardingFaceLibrary {
    private final FaceLibrary old;

    Stale(FaceLibrary current, FaceLibrary old) {
      super(current);
      this.old = old;
    }

    @Override
    public QueryFacesResult queryFaces(QueryFaces request) {
      return old.queryFaces(request);
    }

    @Override
    public Optional<Person> findPerson(PersonId person) {
      return old.findPerson(person);
    }

    @Override
    public Page<GroupId> listGroups(PageRequest page) {
      return old.listGroups(page);
    }

    @Override
    public Page<PersonId> listPersons(GroupId group, PageRequest page) {
      return old.listPersons(group, page);
    }

    @Override
    public Page<PersonId> listPersons(PageRequest page) {
      return old.listPersons(page);
    }
  }
}
