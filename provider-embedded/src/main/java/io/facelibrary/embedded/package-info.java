/**
 * A face library that lasts: one folder on one machine, no server and no set-up.
 *
 * <p>What is acknowledged is on disk. What is deleted is gone from every file of the folder after
 * the next checkpoint.
 */
@NullMarked
package io.facelibrary.embedded;

import org.jspecify.annotations.NullMarked;
