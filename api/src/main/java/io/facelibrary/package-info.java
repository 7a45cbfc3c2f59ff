/**
 * One API over any face library.
 *
 * <p>Open a library with {@link FaceLibraries#open(String, java.util.Map)}, then add, query, search
 * and delete faces of known people. A call that fails throws a {@link FaceLibraryException}, which
 * says why ({@link ErrorKind}) and whether the library may have changed ({@link Effect}).
 *
 * <p>A complete program, which needs the artifact {@code facelibrary-provider-inmemory} as well:
 *
 * <pre>{@code
 * import io.facelibrary.*;
 * import java.nio.file.Path;
 * import java.util.Map;
 *
 * public class Doorman {
 *   public static void main(String[] args) {
 *     PersonId grace = PersonId.of("grace");
 *     GroupId staff = GroupId.of("staff");
 *     FaceImage image = FaceImage.read(Path.of(args[0]));
 *
 *     try (FaceLibrary library = FaceLibraries.open("inmemory", Map.of())) {
 *       library.addPerson(AddPerson.of(grace, staff).withName("Grace Hopper"));
 *       library.addFaces(AddFaces.of(grace, image)).orThrow();
 *
 *       SearchResult result = library.search(Search.of(image, staff));
 *       result.best().ifPresent(best ->
 *           System.out.println(best.person() + " with similarity " + best.similarity()));
 *     }
 *   }
 * }
 * }</pre>
 *
 * <p>A {@link FaceLibrary} is thread-safe. No method accepts or returns {@code null}. An absent
 * value is an {@link java.util.Optional} or an empty list. A {@code null} argument is refused with
 * an {@link InvalidRequestException} that names the field.
 *
 * <p>The types of this package:
 *
 * <ul>
 *   <li>library: {@link FaceLibrary}, its {@link Operation}s, its {@link Capabilities} and {@link
 *       Limits}; {@link ForwardingFaceLibrary} as the base of layers; {@link FaceArchive} and
 *       {@link LibraryMaintenance} for libraries that store faces themselves;
 *   <li>values: ids, {@link FaceImage}, {@link Person}, {@link Face}, {@link Similarity}, {@link
 *       Box};
 *   <li>requests and results: {@link AddFaces} with {@link AddFacesResult}, {@link Search} with
 *       {@link SearchResult}, {@link PageRequest} with {@link Page} and {@link Pages}, and so on;
 *   <li>errors: {@link FaceLibraryException} and its subclasses, {@link ItemFailure} for one item
 *       of a call;
 *   <li>discovery: {@link FaceLibraries}, {@link FaceLibraryProvider}, {@link ProviderSettings};
 *   <li>recognition: {@link FaceEncoder} with {@link EncoderModel} and {@link EncodedFace}, {@link
 *       FaceEncoders}, {@link FaceEmbedding};
 *   <li>internal: the guard ({@code GuardedFaceLibrary}, {@code RequestRules}, {@code
 *       InFlightCalls}), the rules of values ({@code Checks}), and the structure of image files
 *       ({@code ImageStructure}).
 * </ul>
 *
 * <p>A provider implements {@link FaceLibrary} and {@link FaceLibraryProvider}. Requests check
 * themselves when they are built. The guard ({@link FaceLibraries#guard}) enforces {@link
 * Capabilities} and {@link Limits} before the provider sees a call.
 */
@NullMarked
package io.facelibrary;

import org.jspecify.annotations.NullMarked;
