package io.facelibrary;

import java.util.Optional;
import java.util.Set;

/**
 * A library of known faces: persons, the pictures of their faces, and the groups that a search
 * looks in.
 *
 * <p>One interface for those who call and those who implement. A library opened through {@link
 * FaceLibraries} or a provider's builder is guarded: bad requests, missing capabilities, exceeded
 * limits and use after {@link #close()} are refused before the provider sees the call.
 *
 * <p>Every method may be called from any thread and blocks until the answer is there. Each throws
 * {@link FaceLibraryException} when the call fails as a whole; what every method may throw:
 *
 * <ul>
 *   <li>{@link InvalidRequestException}: a {@code null}, a value out of its limit, a closed
 *       library; nothing was changed;
 *   <li>{@link UnsupportedCapabilityException}: the library does not offer this; nothing was
 *       changed;
 *   <li>the kinds of transport and service ({@link ErrorKind#UNAVAILABLE}, {@link
 *       ErrorKind#TIMED_OUT}, {@link ErrorKind#THROTTLED}, {@link ErrorKind#UNAUTHENTICATED},
 *       {@link ErrorKind#PERMISSION_DENIED}, {@link ErrorKind#INTERRUPTED}, {@link
 *       ErrorKind#INTERNAL}).
 * </ul>
 *
 * The kinds that belong to one method are named there.
 */
public interface FaceLibrary extends AutoCloseable {

  /**
   * Adds pictures of one person, each of one face.
   *
   * <p>Items fail one by one: a rejected picture does not undo the others. Pictures beyond the
   * number that the person may hold are rejected with {@link ErrorKind#QUOTA_EXCEEDED}, unsuitable
   * ones with {@link ErrorKind#IMAGE_REJECTED}.
   *
   * <p>Not idempotent: the same picture added twice is two faces, so a call whose {@link Effect} is
   * {@link Effect#UNKNOWN} must not be repeated blindly.
   *
   * @return one outcome for each picture, in the order of the request; new ids are distinct, never
   *     reused, and found by {@link #queryFaces} from now on
   * @throws FaceLibraryException {@link ErrorKind#NOT_FOUND} if the person is not in the library
   */
  AddFacesResult addFaces(AddFaces request);

  /**
   * Deletes faces of one person. When this returns, none of the named faces is in the library,
   * unless its outcome is {@link DeleteFacesResult.Refused}; other faces are untouched, and so are
   * the faces of other persons even if named.
   *
   * <p>Idempotent: deleting again answers {@link DeleteFacesResult.Absent}.
   *
   * @return one outcome for each face, in the order of the request
   * @throws FaceLibraryException {@link ErrorKind#NOT_FOUND} if the person is not in the library
   */
  DeleteFacesResult deleteFaces(DeleteFaces request);

  /**
   * Looks up faces of one person, all of them or those named.
   *
   * @return the faces found: all of them each once, or those named in the order of the request,
   *     with the others in {@link QueryFacesResult#missing()}
   * @throws FaceLibraryException {@link ErrorKind#NOT_FOUND} if the person is not in the library
   */
  QueryFacesResult queryFaces(QueryFaces request);

  /**
   * Adds a person, without faces, to one group or more. Groups that do not exist come into being.
   *
   * @throws FaceLibraryException {@link ErrorKind#ALREADY_EXISTS} if the id is known (and nothing
   *     is changed); {@link ErrorKind#QUOTA_EXCEEDED} if the library may hold no further group (and
   *     nothing is changed)
   */
  void addPerson(AddPerson request);

  /**
   * Changes the fields that the request names and leaves the others as they are.
   *
   * @throws FaceLibraryException {@link ErrorKind#NOT_FOUND} if the person is not in the library
   */
  void updatePerson(UpdatePerson request);

  /** Returns a person with the groups it is in, or empty if the library has no such person. */
  Optional<Person> findPerson(PersonId person);

  /**
   * Deletes a person with all its faces and memberships.
   *
   * @return whether there was such a person, as {@link java.nio.file.Files#deleteIfExists} tells
   */
  boolean deletePerson(PersonId person);

  /**
   * Puts a person into groups. Groups that do not exist come into being; joining a group again
   * changes nothing.
   *
   * @param groups at least one
   * @throws FaceLibraryException {@link ErrorKind#NOT_FOUND} if the person is not in the library;
   *     {@link ErrorKind#QUOTA_EXCEEDED} if the library may hold no further group (and nothing is
   *     changed)
   */
  void joinGroups(PersonId person, Set<GroupId> groups);

  /**
   * Takes a person out of groups. Leaving a group that the person is not in succeeds. A person that
   * has left its last group keeps its faces and is found by no search until it joins one.
   *
   * @param groups at least one
   * @throws FaceLibraryException {@link ErrorKind#NOT_FOUND} if the person is not in the library
   */
  void leaveGroups(PersonId person, Set<GroupId> groups);

  /**
   * Lists the groups that somebody is in, in a stable order, a page at a time.
   *
   * @throws InvalidRequestException if the token of the page is not one of this list
   */
  Page<GroupId> listGroups(PageRequest page);

  /**
   * Lists the persons in a group, in a stable order, a page at a time; a group that nobody is in
   * answers an empty page.
   *
   * @throws InvalidRequestException if the token of the page is not one of this list
   */
  Page<PersonId> listPersons(GroupId group, PageRequest page);

  /**
   * Finds out who is in a picture, among the persons of the groups asked.
   *
   * <p>What was written is visible to search after {@link Capabilities#searchDelay()}.
   *
   * @return for each face found in the picture the persons most like it
   * @throws FaceLibraryException {@link ErrorKind#IMAGE_REJECTED} if the picture is unsuitable
   */
  SearchResult search(Search request);

  /** Returns what this library, as it was opened, offers and limits. Never changes. */
  Capabilities capabilities();

  /**
   * Returns this library, or one that it wraps, as a given type, for what only one provider has.
   * What is called on it is not guarded.
   *
   * @return empty if neither this library nor one it wraps is of that type
   */
  default <T> Optional<T> unwrap(Class<T> type) {
    return Checks.present(type, "type").isInstance(this)
        ? Optional.of(type.cast(this))
        : Optional.empty();
  }

  /**
   * Waits for the calls that are under way, then frees what the library holds. Later calls are
   * refused; closing again does nothing. Must not be called from within a call to the same library.
   */
  @Override
  void close();
}
