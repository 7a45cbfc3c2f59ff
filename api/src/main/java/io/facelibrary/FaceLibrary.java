package io.facelibrary;

import java.util.Optional;
import java.util.Set;

/**
 * A library of known faces: persons, images of their faces, and groups of persons to search.
 *
 * <p>Programs call this interface, and providers implement it. A library opened through {@link
 * FaceLibraries} or a provider's builder is guarded. The guard refuses invalid requests, missing
 * capabilities, exceeded limits and use after {@link #close()} before the provider sees the call.
 *
 * <p>Libraries are thread-safe. Every method blocks until the result is available. A method throws
 * {@link FaceLibraryException} if the call fails as a whole. Every method may throw:
 *
 * <ul>
 *   <li>{@link InvalidRequestException}: an argument is {@code null} or beyond a limit, or the
 *       library is closed. Nothing was changed.
 *   <li>{@link UnsupportedCapabilityException}: the library does not offer a capability that the
 *       call needs. Nothing was changed.
 *   <li>An exception of one of these kinds: {@link ErrorKind#UNAVAILABLE}, {@link
 *       ErrorKind#TIMED_OUT}, {@link ErrorKind#THROTTLED}, {@link ErrorKind#UNAUTHENTICATED},
 *       {@link ErrorKind#PERMISSION_DENIED}, {@link ErrorKind#INTERRUPTED}, {@link
 *       ErrorKind#INTERNAL}.
 * </ul>
 *
 * Each method documents the other kinds that it throws.
 */
public interface FaceLibrary extends AutoCloseable {

  /**
   * Adds images of one person. Each image shows one face.
   *
   * <p>Images fail one by one: a rejected image does not undo the others. An image beyond the limit
   * of faces of the person is rejected with {@link ErrorKind#QUOTA_EXCEEDED}. An unsuitable image
   * is rejected with {@link ErrorKind#IMAGE_REJECTED}.
   *
   * <p>Not idempotent: adding the same image twice creates two faces. Do not repeat a call with the
   * effect {@link Effect#UNKNOWN} without checking which images were added.
   *
   * @return one outcome for each image, in the order of the request. The new ids are distinct and
   *     never reused, and {@link #queryFaces} finds them immediately.
   * @throws FaceLibraryException {@link ErrorKind#NOT_FOUND} if the person is not in the library
   */
  AddFacesResult addFaces(AddFaces request);

  /**
   * Deletes faces of one person. When this method returns, none of the request's faces is in the
   * library, unless its outcome is {@link DeleteFacesResult.Refused}. Other faces are untouched. A
   * face of another person is untouched even if the request contains its id.
   *
   * <p>Idempotent: the outcome of a repeated call is {@link DeleteFacesResult.Absent}.
   *
   * @return one outcome for each face, in the order of the request
   * @throws FaceLibraryException {@link ErrorKind#NOT_FOUND} if the person is not in the library
   */
  DeleteFacesResult deleteFaces(DeleteFaces request);

  /**
   * Returns faces of one person, either all of them or those of the request.
   *
   * @return the faces found: all faces, each once, or the requested ones in the order of the
   *     request. Requested faces that the person does not have are in {@link
   *     QueryFacesResult#missing()}.
   * @throws FaceLibraryException {@link ErrorKind#NOT_FOUND} if the person is not in the library
   */
  QueryFacesResult queryFaces(QueryFaces request);

  /**
   * Adds a person without faces to one or more groups. A group that does not exist is created.
   *
   * @throws FaceLibraryException {@link ErrorKind#ALREADY_EXISTS} if the id is in use; {@link
   *     ErrorKind#QUOTA_EXCEEDED} if the library cannot have another group. In both cases nothing
   *     is changed.
   */
  void addPerson(AddPerson request);

  /**
   * Changes the fields that the request contains and keeps the others.
   *
   * @throws FaceLibraryException {@link ErrorKind#NOT_FOUND} if the person is not in the library
   */
  void updatePerson(UpdatePerson request);

  /** Returns a person with its groups; empty if the person is not in the library. */
  Optional<Person> findPerson(PersonId person);

  /**
   * Deletes a person with all its faces and memberships.
   *
   * @return true if the person was in the library, false if not; compare {@link
   *     java.nio.file.Files#deleteIfExists}
   */
  boolean deletePerson(PersonId person);

  /**
   * Adds a person to groups. A group that does not exist is created. Joining a group again changes
   * nothing.
   *
   * @param groups at least one group
   * @throws FaceLibraryException {@link ErrorKind#NOT_FOUND} if the person is not in the library;
   *     {@link ErrorKind#QUOTA_EXCEEDED} if the library cannot have another group. In both cases
   *     nothing is changed.
   */
  void joinGroups(PersonId person, Set<GroupId> groups);

  /**
   * Removes a person from groups. Leaving a group that the person is not in succeeds. A person in
   * no group keeps its faces and is not found by any search until it joins a group.
   *
   * @param groups at least one group
   * @throws FaceLibraryException {@link ErrorKind#NOT_FOUND} if the person is not in the library
   */
  void leaveGroups(PersonId person, Set<GroupId> groups);

  /**
   * Lists the groups that contain at least one person, in a stable order, page by page.
   *
   * @throws InvalidRequestException if the page token was not issued for this list
   */
  Page<GroupId> listGroups(PageRequest page);

  /**
   * Lists the persons in a group, in a stable order, page by page. A group without persons, or one
   * that does not exist, has an empty page.
   *
   * @throws InvalidRequestException if the page token was not issued for this list
   */
  Page<PersonId> listPersons(GroupId group, PageRequest page);

  /**
   * Finds the persons in an image, among the persons of the request's groups.
   *
   * <p>A write is visible to searches after {@link Capabilities#searchDelay()} at the latest.
   *
   * @return for each face found in the image, the most similar persons
   * @throws FaceLibraryException {@link ErrorKind#IMAGE_REJECTED} if the image is unsuitable
   */
  SearchResult search(Search request);

  /** Returns the capabilities and limits of this library as it was opened. They never change. */
  Capabilities capabilities();

  /**
   * Returns this library, or a library that it wraps, as another type. Gives access to features of
   * one provider. Calls on the returned object are not guarded.
   *
   * @return empty if neither this library nor a wrapped one is of that type
   */
  default <T> Optional<T> unwrap(Class<T> type) {
    return Checks.present(type, "type").isInstance(this)
        ? Optional.of(type.cast(this))
        : Optional.empty();
  }

  /**
   * Waits for running calls to end, then releases the library's resources. Later calls are refused.
   * Closing a closed library has no effect. Must not be called within a call to the same library.
   */
  @Override
  void close();
}
