/**
 * Import, export and migration of face libraries. {@link io.facelibrary.transfer.Transfer} copies
 * from folders of images, lists, exports and libraries. {@link io.facelibrary.transfer.Export}
 * writes an export, and {@link io.facelibrary.transfer.Migration} copies one library into another
 * and compares the two. Each of them can be stopped and run again, and reports the outcome of each
 * face.
 *
 * <p>The files of this package:
 *
 * <ul>
 *   <li>Entry points and results: {@code Transfer}, {@code Export}, {@code Migration}, {@code
 *       TransferSource}, {@code TransferResult}, {@code ExportResult}, {@code Verification}, X
 *   <li>Sources: {@code FolderSource}, {@code TableSource} with {@code Rows} of {@code Row}, {@code
 *       CsvRows} and {@code JsonRows}, {@code ExportSource} with {@code ExportedFaces}, {@code
 *       LibrarySource} with {@code ImageFetch}. They yield {@code PersonToCopy} and {@code
 *       FaceToCopy}; {@code UnreadableException} stands for a face that the source cannot provide.
 *   <li>Copying: {@code PersonWorkers} runs {@code PersonCopier} for each person; {@code CopyJob}
 *       holds the data that all of them share; {@code PersonUpserter} of a {@code NewPerson},
 *       {@code FacesCopy} with {@code KnownImages} and {@code Outcomes}, {@code TargetRules}.
 *   <li>Journal and report: {@code Journal}, {@code IntentRecovery}, {@code OutcomeLog}, {@code
 *       Counters}, {@code JsonLines}.
 *   <li>Listing, writing and comparing: {@code AllPersons}, {@code ExportWriter}, {@code
 *       ExportFormat}, {@code Comparison}.
 *   <li>Spelling in files: {@code Json}, {@code Words}.
 * </ul>
 */
@NullMarked
package io.facelibrary.transfer;

import org.jspecify.annotations.NullMarked;
