package io.facelibrary;

import java.util.List;
import java.util.Optional;

/**
 * Access to complete faces of a library, for copying them to another library.
 *
 * <p>Obtained by {@code library.unwrap(FaceArchive.class)}. A library that does not return the
 * images that were added, such as a cloud service, is not an archive. The calls are guarded and run
 * through the layers around the library.
 */
public interface FaceArchive {

  /** Returns the model that computed the library's embeddings; empty if the library has none. */
  Optional<EncoderModel> model();

  /**
   * Returns a face with all the data that the library keeps of it.
   *
   * @return the face; empty if the person is not in the library or has no such face
   */
  Optional<ArchivedFace> findArchivedFace(PersonId person, FaceId face);

  /**
   * Adds faces that were read from an archive.
   *
   * <p>An embedding is stored unchanged, and the image is then not encoded. The caller must make
   * sure that this library's {@link #model()} computed it. A library without a model ignores
   * embeddings.
   *
   * @param faces at least one face
   * @return one outcome for each face, in order, as from {@link FaceLibrary#addFaces}. A face with
   *     neither an image nor an embedding that the library can use is rejected with {@link
   *     ErrorKind#INVALID_REQUEST}.
   * @throws InvalidRequestException if there are no faces, or the number of dimensions of an
   *     embedding is not that of the model; nothing was added
   * @throws FaceLibraryException {@link ErrorKind#NOT_FOUND} if the person is not in the library
   */
  AddFacesResult addArchivedFaces(PersonId person, List<ArchivedFace> faces);
}
