/**
 * A durable face library in a folder. The SQLite database is the source of truth. The image files
 * and the memory-mapped vector file follow it after each commit.
 *
 * <p>The parts of the package:
 *
 * <ul>
 *   <li>entry points: {@code EmbeddedFaceLibrary}, {@code EmbeddedProvider}
 *   <li>stores: {@code WritableStore}, {@code ReadOnlyStore} and their base {@code SqlStore};
 *       {@code StoreComponents} opens and closes them, {@code StoreRegistry} shares them in a
 *       process; {@code StoreOptions}, {@code CloseStack}
 *   <li>database: {@code Schema}, {@code SettingTable}, {@code Database}, {@code Readers}, {@code
 *       WalCheck}; rows and queries are in {@code PersonRow}, {@code PersonRowWriter}, {@code
 *       SqlReads}, {@code SqlSearch}, {@code LibraryModel}, as {@code SqlTask}s; {@code
 *       StorageFailures} and {@code StatementFailure} turn their errors into ours
 *   <li>writing: {@code Writer} with {@code WriteTask} and {@code Transaction}; {@code
 *       CommitFollower} updates the other files after a commit
 *   <li>search index: {@code VectorIndex}, {@code VectorFile}, {@code VectorFileHeader}, {@code
 *       VectorBlock}, {@code MappedSlots}, {@code Memberships}, {@code LongIntMap}, {@code
 *       VectorRebuild}, {@code VectorVerification}, {@code CleanShutdownMarker}
 *   <li>folder and images: {@code LibraryFolder}, {@code ImageFiles}
 *   <li>maintenance: {@code StoreMaintenance}, {@code Check}, {@code FindingKind}, {@code Backup}
 * </ul>
 */
@NullMarked
package io.facelibrary.embedded;

import org.jspecify.annotations.NullMarked;
