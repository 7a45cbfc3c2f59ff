/**
 * One API over any face library.
 *
 * <p>Open a library with {@link FaceLibraries#open(String, java.util.Map)}, then add, query, search
 * and delete faces of known people. Every call either answers, or throws a {@link
 * FaceLibraryException} that says why ({@link ErrorKind}) and whether the library may have changed
 * ({@link Effect}).
 *
 * <p>A complete program, which needs the artifact {@code facelibrary-provider-inmemory} beside this
 * one:
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
 *     FaceImage portrait = FaceImage.read(Path.of(args[0]));
 *
 *     try (FaceLibrary library = FaceLibraries.open("inmemory", Map.of())) {
 *       library.addPerson(AddPerson.of(grace, staff).withName("Grace Hopper"));
 *       library.addFaces(AddFaces.of(grace, portrait)).orThrow();
 *
 *       SearchResult found = library.search(Search.of(portrait, staff));
 *       found.best().ifPresent(best ->
 *           System.out.println(best.person() + " with similarity " + best.similarity()));
 *     }
 *   }
 * }
 * }</pre>
 *
 * <p>A {@link FaceLibrary} may be shared by threads. Nothing here takes or returns {@code null}: an
 * absent value is an {@link java.util.Optional} or an empty list, and a {@code null} handed in is
 * an {@link InvalidRequestException} that names the field.
 *
 * <p>Who writes a provider implements {@link FaceLibrary} and {@link FaceLibraryProvider}; requests
 * have checked themselves and the guard ({@link FaceLibraries#guard}) has enforced {@link
 * Capabilities} and {@link Limits} before the provider sees a call.
 */
@NullMarked
package io.facelibrary;

import org.jspecify.annotations.NullMarked;
