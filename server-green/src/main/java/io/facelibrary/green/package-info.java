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
 *       GreenServerSettings}, {@link RequestEvent}, {@link AccessLog} and {@link MutableClock}.
 *   <li>Settings as texts: {@code SettingDeclarations} lists them, {@code SettingsDraft} collects
 *       their values, {@code Words} spells constants.
 *   <li>HTTP: {@code HttpServer}, {@code HeaderTimeout*}, {@code JettyRequestHandler}, {@code
 *       RequestBody}, {@code ReplyWriter}, {@code HttpReply} with its {@code DeliveryPlan}, {@code
 *       HttpErrors}, {@code GatewayErrors}, {@code RequestIds}.
 *   <li>Routing: {@code RequestRouter}, {@code StatusPages}, {@code AdminHandler}; {@code
 *       FaultInjectingDispatcher} and {@code FaultInjector} apply faults; {@code HandlerWiring}
 *       connects all objects.
 *   <li>Operations: {@code OperationDispatcher}, one {@code *Handler} for each {@code
 *       GreenOperation}; {@code JsonFields} is a request, {@code Ids} and {@code NumericFaceIds}
 *       translate ids, {@code OperationResult}, {@code ScanResults} and {@code Envelope} are
 *       responses, {@code OperationErrors} and {@code GreenCode} their errors.
 *   <li>Images: {@code ImageResolver}, {@code ImageFetcher} with {@code AddressCheckingResolver}
 *       and {@code PublicIpAddresses}, {@code FaceSourceUrls}. Uploads: {@code ObjectUploads},
 *       {@code UploadedObjects}, {@code UploadTarget}, {@code UploadErrors}, {@code Crc64}.
 *   <li>Authentication: the package {@code internal.auth}.
 * </ul>
 */
@NullMarked
package io.facelibrary.green;

import org.jspecify.annotations.NullMarked;
