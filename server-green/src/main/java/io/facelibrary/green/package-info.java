/**
 * Serves any face library in the protocol of Alibaba Cloud Green (2018-05-09, custom face
 * retrieval), so that programs on the official SDKs run against it unchanged.
 *
 * <pre>{@code
 * try (GreenServer server = GreenServer.builder().library(library).anonymous().start()) {
 *   System.out.println("point the SDK at " + server.uri());
 * }
 * }</pre>
 *
 * <p>What the protocol's documentation leaves open is a setting with a default: see {@link
 * ProtocolAssumptions}.
 */
@NullMarked
package io.facelibrary.green;

import org.jspecify.annotations.NullMarked;
