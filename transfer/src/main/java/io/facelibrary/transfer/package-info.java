/**
 * Fills libraries, takes them out and moves them: {@link io.facelibrary.transfer.Transfer} copies
 * from folders of pictures, lists, exports and libraries, {@link io.facelibrary.transfer.Export}
 * writes an export. Both can be stopped and resumed, and say of each face what became of it.
 */
@NullMarked
package io.facelibrary.transfer;

import org.jspecify.annotations.NullMarked;
