package io.facelibrary.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import io.facelibrary.AddFaces;
import io.facelibrary.AddFacesResult;
import io.facelibrary.AddPerson;
import io.facelibrary.CallInfo;
import io.facelibrary.Candidate;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.Face;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.GroupId;
import io.facelibrary.Operation;
import io.facelibrary.Person;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import io.facelibrary.QueryFacesResult;
import io.facelibrary.Search;
import io.facelibrary.SearchResult;
import io.facelibrary.SearchedFace;
import io.facelibrary.Similarity;
import io.facelibrary.examples.VisitorBook.Registration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.InOrder;
import org.mockito.Mock;
import org.mockito.exceptions.base.MockitoException;
import org.mockito.junit.jupiter.MockitoExtension;

/**
 * Tests with Mockito which calls the application makes: the request, the order and the number.
 *
 * <p>A mock has no guard and no content. It accepts a request that every library refuses, and a
 * stubbed query may contradict an earlier add. For tests of behavior, {@code VisitorBookTest} uses
 * an in-memory library and {@code FaultyFaceLibrary}.
 */
@ExtendWith(MockitoExtension.class)
class VisitorBookMockTest {
  // Values and results are never mocked: they validate themselves.
  private static final PersonId GRACE = PersonId.of("grace");
  private static final FaceId FACE = FaceId.of("1");
  private static final FaceImage IMAGE = FaceImage.at("https://example.com/grace.jpg");
  private static final GroupId VISITORS = GroupId.of("visitors");
  private static final SearchResult FOUND =
      SearchResult.of(List.of(SearchedFace.of(List.of(Candidate.of(GRACE, Similarity.of(0.9))))));

  @Mock private FaceLibrary library;

  private VisitorBook book;

  @BeforeEach
  void openTheBook() {
    book = new VisitorBook(library);
  }

  @Test
  void searchesTheGroupOfTheVisitorsOnly() {
    when(library.search(any())).thenReturn(FOUND);

    assertThat(book.greet(IMAGE)).isEqualTo("Welcome back, grace");

    verify(library).search(Search.of(IMAGE, GroupId.of("visitors")));
    verifyNoMoreInteractions(library);
  }

  @Test
  void greetsNobodyForAFaceWithoutACandidate() {
    when(library.search(any())).thenReturn(SearchResult.of(List.of(SearchedFace.of(List.of()))));

    assertThat(book.greet(IMAGE)).isEqualTo("Please register");
  }

  @Test
  void addsTheImageOfANewVisitorAfterThePerson() {
    when(library.findPerson(GRACE)).thenReturn(Optional.empty());
    when(library.queryFaces(any())).thenReturn(QueryFacesResult.of(List.of(), List.of()));
    when(library.addFaces(any()))
        .thenReturn(AddFacesResult.of(List.of(AddFacesResult.Added.of(FACE))));

    assertThat(book.register(GRACE, IMAGE)).isEqualTo(Registration.REGISTERED);

    InOrder calls = inOrder(library);
    calls.verify(library).addPerson(AddPerson.of(GRACE, VISITORS));
    calls.verify(library).queryFaces(QueryFaces.allOf(GRACE));
    calls.verify(library).addFaces(AddFaces.of(GRACE, IMAGE));
    calls.verifyNoMoreInteractions();
  }

  @Test
  void makesNoWriteForARegisteredVisitor() {
    when(library.findPerson(GRACE)).thenReturn(Optional.of(Person.of(GRACE, Set.of(VISITORS))));
    when(library.queryFaces(any()))
        .thenReturn(QueryFacesResult.of(List.of(Face.of(FACE)), List.of()));

    assertThat(book.register(GRACE, IMAGE)).isEqualTo(Registration.REGISTERED);

    verify(library, never()).addPerson(any());
    verify(library, never()).addFaces(any());
  }

  @Test
  void repeatsADeleteWhoseResponseWasLost() {
    // The guard adds the operation to an exception. A mock has no guard, so the test adds it:
    // without it, isRetryable() is false for an unknown effect.
    FaceLibraryException lost =
        FaceLibraryException.builder(ErrorKind.TIMED_OUT, Effect.UNKNOWN, "no response in time")
            .call(CallInfo.of("mock", Operation.DELETE_PERSON))
            .build();
    when(library.deletePerson(GRACE)).thenThrow(lost).thenReturn(false);

    book.delete(GRACE);

    verify(library, times(2)).deletePerson(GRACE);
  }

  @Test
  void noResultCanBeMocked() {
    assertThatThrownBy(() -> mock(SearchResult.class)).isInstanceOf(MockitoException.class);
  }
}
