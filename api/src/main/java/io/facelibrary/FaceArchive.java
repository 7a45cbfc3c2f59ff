package io.facelibrary;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a library that keeps faces itself offers beyond {@link FaceLibrary}: everyone it knows, and
 * its faces whole, to be taken out and put into another library.
 *
 * <p>Reached by {@code library.unwrap(FaceArchive.class)}; a library that cannot hand out what it
 * was given, such as one in a cloud, is none. Calls are not guarded: they must end before the
 * library is closed, and the limits of {@link Capabilities} on pictures are the caller's to keep.
 */
public interface FaceArchive {

  /** Returns what made the embeddings of the library; empty if it has none. */
  Optional<EncoderModel> model();

  /**
   * Hands over the id of every person, in no order, those in no group too. Who is there all the
   * time comes once; who comes or goes meanwhile may come or not.
   *
   * @param each called on this thread, and may call the library
   */
  void forEachPerson(Consumer<PersonId> each);

  /**
   * Returns a face whole, as far as the library keeps it.
   *
   * @return empty if the person has no such face, or is not there
   */
  Optional<ArchivedFace> findArchivedFace(PersonId person, FaceId face);

  /**
   * Adds faces that were taken out of a library. An embedding is kept as it is and saves looking at
   * the picture, so the caller makes sure that the same model made it ({@link #model()}); in a
   * library that has no model it is left out.
   *
   * @param faces at least one
   * @return one outcome for each, in order, as {@link FaceLibrary#addFaces} answers; a face is
   *     rejected as {@link ErrorKind#INVALID_REQUEST} if neither a picture nor an embedding that
   *     the library could know it by came with it
   * @throws InvalidRequestException if there are no faces, or an embedding has another number of
   *     dimensions than the model; nothing was added
   * @throws FaceLibraryException {@link ErrorKind#NOT_FOUND} if there is no such person
   */
  AddFacesResult addArchivedFaces(PersonId person, List<ArchivedFace> faces);
}
