/**
 * Serves any face library in the protocol of Alibaba Cloud Green (2018-05-09, custom face
 * retrieval). Programs that use the official SDKs run against it unchanged.
 *
 * <pre>{@code
 * try (GreenServer server = GreenServer.builder().library(library).anonymous().start()) {
 *   System.out.println("Endpoint for the SDK: " + server.uri());
 * }
 * }</pre>
 *
 * <p>Behavior that the protocol's documentation leaves open is configurable: see {@link
 * ProtocolAssumptions}.
 *
 * <p>The classes of this package, by purpose:
 *
 * <ul>
 *   <li>Public API: {@link GreenServer}, its options ({@link HttpLimits}, {@link UploadLimits},
 *       {@link ImageFetchOptions}, {@link ProtocolAssumptions}, {@link FaultInjection}), {@link
 *       GreenServerSettings} and {@link RequestEvent}.
 *   <li>HTTP: {@code HttpServer}, {@code HeaderTimeout*}, {@code JettyRequestHandler}, {@code
 *       RequestBody}, {@code ReplyWriter}, {@code HttpReply}, {@code HttpErrors}.
 *   <li>Routing: {@code RequestRouter}, {@code StatusPages}, {@code AdminHandler}, {@code
 *       FaultInjectingDispatcher}; {@code HandlerWiring} connects all objects.
 *   <li>Operations: {@code OperationDispatcher}, one {@code *Handler} for each operation, {@code
 *       OperationErrors}, {@code JsonFields}, {@code Envelope}.
 *   <li>Images: {@code ImageResolver}, {@code ImageFetcher}; uploads: {@code ObjectUploads}, {@code
 *       UploadedObjects}.
 *   <li>Authentication: the package {@code internal.auth}.
 * </ul>
 */
@NullMarked
package io.facelibrary.green;

import org.jspecify.annotations.NullMarked;
