/**
 * A face library in a folder, which lasts: a database that is the truth, the pictures, and the
 * embeddings once more, mapped to be searched.
 */
@NullMarked
package io.facelibrary.embedded;

import org.jspecify.annotations.NullMarked;
