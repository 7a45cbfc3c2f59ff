package io.facelibrary;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 *       ErrorKind#CONFLICT}, {@link ErrorKind#DAMAGED}, {@link ErrorKind#INTERNAL}.
 * </ul>
 *
 * Each method documents the other kinds that it throws. A library may lack a baseline {@link
 * Capability}; the documentation of that constant says which promise below then changes, and how.
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
   * Adds a person together with its faces. Either the person is added with at least one face, or
   * the library is not changed.
   *
   * <p>By default this adds the person, adds the faces, and deletes the person again if no image
   * was accepted. Another caller may then see the person without faces for a moment.
   *
   * @param person the person to add
   * @param images at least one image, each showing one face
   * @return one outcome for each image, in order; at least one image was added
   * @throws PartialFailureException if every image was rejected; nothing was changed
   * @throws FaceLibraryException as {@link #addPerson} and {@link #addFaces} do. If the effect is
   *     not {@link Effect#NONE}, the person may be in the library.
   */
  default AddFacesResult enrol(AddPerson person, List<FaceImage> images) {
    return Enrolment.enrol(this, person, images);
  }

  /**
   * Changes the fields that the request contains and keeps the others.
   *
   * @throws FaceLibraryException {@link ErrorKind#NOT_FOUND} if the person is not in the library
   */
  void updatePerson(UpdatePerson request);

  /** Returns a person with its groups; empty if the person is not in the library. */
  Optional<Person> findPerson(PersonId person);

  /**
   * Returns several persons with their groups. By default this calls {@link #findPerson} for each.
   *
   * @param persons at most {@value PageRequest#MAX_SIZE}, as the guard checks; may be empty
   * @return the persons that are in the library, by id
   */
  default Map<PersonId, Person> findPersons(Set<PersonId> persons) {
    Map<PersonId, Person> found = new LinkedHashMap<>();
    for (PersonId person : Checks.set(persons, "persons")) {
      findPerson(person).ifPresent(it -> found.put(person, it));
    }
    return Collections.unmodifiableMap(found);
  }

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
   * Lists all persons, including those in no group, in a stable order, page by page.
   *
   * @throws InvalidRequestException if the page token was not issued for this list
   */
  Page<PersonId> listPersons(PageRequest page);

  /**
   * Finds the persons in an image, among the persons of the request's groups. Returns matches only,
   * unless the request asks for more.
   *
   * <p>A write is visible to searches after {@link Capabilities#searchDelay()} at the latest.
   *
   * @return for each face found in the image, the most similar persons
   * @throws InvalidRequestException if the library has no {@link Capabilities#scale()} and the
   *     request has no minimum similarity
   * @throws FaceLibraryException {@link ErrorKind#IMAGE_REJECTED} if the image is unsuitable;
   *     {@link ErrorKind#NOT_FOUND} if the {@link KnownFace} of the request is not in the library
   */
  SearchResult search(Search request);

  /**
   * Returns the numbers of persons, faces and groups, the identity and the model of this library,
   * as far as it knows them. By default none is known.
   */
  default LibraryInfo info() {
    return LibraryInfo.unknown();
  }

  /** Returns the capabilities and limits of this library as it was opened. They never change. */
  Capabilities capabilities();

  /**
   * Returns this library, or a library that it wraps, as another type. Gives access to features
   * that not every library has.
   *
   * <p>The facets of this API, {@link FaceArchive} and {@link LibraryMaintenance}, are guarded and
   * run through every layer, like the library itself. A type of a provider is returned as it is:
   * its calls are not guarded.
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
