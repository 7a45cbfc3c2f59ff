/** The server as a program: settings, metrics and log, and a main class that puts them together. */
@NullMarked
package io.facelibrary.green.app;

import org.jspecify.annotations.NullMarked;
