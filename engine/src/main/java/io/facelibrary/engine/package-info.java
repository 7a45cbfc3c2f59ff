/**
 * The rules of a library that stores faces itself, over the storage of a provider ({@link
 * io.facelibrary.engine.LibraryStore}). For providers; applications use {@code io.facelibrary}.
 *
 * <p>This package is no part of the stable interface: any release may change it.
 *
 * <p>The parts of the package:
 *
 * <ul>
 *   <li>the storage interface, implemented by providers: {@code LibraryStore}; {@code Reads},
 *       {@code Part} and {@code PersonSnapshot}, which a rule reads; {@code Decision}, {@code
 *       PersonChange} and {@code NewFace}, which it returns; {@code NearestQuery}, {@code
 *       Neighbors} and {@code Neighbor} for searches
 *   <li>abilities of some stores: {@code ImageSearch}, {@code GroupDays}
 *   <li>options and creation: {@code EngineOptions}, {@code LocalLibraryOptions}, {@code
 *       EngineProviderSettings}, {@code GreenLimits}, {@code EngineLibraries}, {@code Checks}
 *   <li>the rules: {@code EngineFaceLibrary}, {@code FaceRules}, {@code GroupRules}, {@code
 *       EngineSearch} with {@code DistanceBound}, {@code YearlyClearing}, {@code CheckedEncoder},
 *       {@code FaceIds}; {@code FaceBatch} and its implementations are the faces of one call
 *   <li>lists in pages: {@code Paging}, {@code PageTokens}
 *   <li>exact search over embeddings, for stores to use: {@code VectorScan}, {@code VectorBlock64},
 *       {@code GroupBitmapIndex}, {@code NearestNeighbors}, {@code SquaredDistance}
 * </ul>
 */
@Incubating(since = "0.1")
@NullMarked
package io.facelibrary.engine;

import io.facelibrary.Incubating;
import org.jspecify.annotations.NullMarked;
