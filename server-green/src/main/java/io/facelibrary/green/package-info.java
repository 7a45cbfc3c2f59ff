/** The cloud's own face library protocol, served over any face library. */
@NullMarked
package io.facelibrary.green;

import org.jspecify.annotations.NullMarked;
