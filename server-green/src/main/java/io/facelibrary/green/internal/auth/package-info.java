/**
 * Authenticates requests: access keys, the four signature schemes, and replay protection.
 *
 * <p>The cut is one-way: this package uses nothing of {@code io.facelibrary.green}, and that
 * package uses the public types here. No other module may use them.
 *
 * <ul>
 *   <li>Entry points: {@link ReceivedRequest}, {@link Authenticator}, {@link AcsAuthenticator} for
 *       the API, {@link OssAuthenticator} for the object store.
 *   <li>Keys: {@link AccessKey}, {@link AccessKeys}, {@code TemporaryKeyIssuer}.
 *   <li>Signatures: {@code AcsScheme} and {@code OssScheme} with two versions each, {@code
 *       SignedQuery}, {@code AuthorizationFields}, {@code RawBytesText}, {@code Hashes}.
 *   <li>Other checks: {@code TimeWindow}, {@code Nonces}, {@code ApiVersions}.
 *   <li>Errors: {@link GatewayError}, {@code AcsErrors}, {@link OssErrors}.
 * </ul>
 */
@NullMarked
package io.facelibrary.green.internal.auth;

import org.jspecify.annotations.NullMarked;
