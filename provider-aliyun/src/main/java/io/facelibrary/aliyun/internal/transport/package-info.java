/**
 * HTTP connections of one library: the pool, the time limits of each exchange, and the causes of a
 * failed exchange. Nothing here depends on the packages above it, or on an operation of the
 * service.
 *
 * <ul>
 *   <li>{@link io.facelibrary.aliyun.internal.transport.Exchange} sends one request and reads one
 *       response. {@code StrictConnection}, {@code StrictLineBuffer} and {@code StreamedBody} make
 *       its connections; {@code DeadlineWatcher} and {@code Deadline} limit its time.
 *   <li>{@link io.facelibrary.aliyun.internal.transport.ConnectionSettings}, {@link
 *       io.facelibrary.aliyun.internal.transport.TrustStores} and {@link
 *       io.facelibrary.aliyun.internal.transport.HostUrl} check and read the connection settings.
 *   <li>{@link io.facelibrary.aliyun.internal.transport.SdkHttpClient} and {@link
 *       io.facelibrary.aliyun.internal.transport.OssTransport} connect the vendor's two client
 *       libraries to an exchange.
 *   <li>{@link io.facelibrary.aliyun.internal.transport.ExchangeException}, {@link
 *       io.facelibrary.aliyun.internal.transport.TransportFailure} and {@link
 *       io.facelibrary.aliyun.internal.transport.HttpStatus} say why an exchange failed, and which
 *       effect it may have had.
 * </ul>
 *
 * <p>The types are public only for {@code io.facelibrary.aliyun}; they are not an API.
 */
@NullMarked
package io.facelibrary.aliyun.internal.transport;

import org.jspecify.annotations.NullMarked;
