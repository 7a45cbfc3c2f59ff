/** The server as a program: reads settings, opens a library, and adds metrics for Prometheus. */
@NullMarked
package io.facelibrary.green.app;

import org.jspecify.annotations.NullMarked;
