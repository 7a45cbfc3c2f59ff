/** Starts a server for a JUnit 5 test and stops it afterwards. */
@NullMarked
package io.facelibrary.green.junit5;

import org.jspecify.annotations.NullMarked;
