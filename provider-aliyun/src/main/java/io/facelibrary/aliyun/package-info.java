/**
 * Face libraries in Alibaba Cloud: Content Moderation, product {@code Green}, API 2018-05-09,
 * "custom face retrieval".
 *
 * <p>Start with {@link io.facelibrary.FaceLibraries#open(String, java.util.Map)} and the name
 * {@code aliyun}, or with {@link io.facelibrary.aliyun.AliyunFaceLibrary#builder()}. The official
 * SDK signs and sends the calls. It leaves several things to the program, which this package does:
 * HTTPS, two levels of status, partial failures, exact ids, local images, connections per library.
 *
 * <p>The files, by what they do:
 *
 * <ul>
 *   <li>Opening a library: {@code AliyunProvider}, {@code AliyunFaceLibrary}, {@code
 *       AliyunSettings}, {@code AliyunCredentials}, {@code SdkCredentials}, {@code Endpoint},
 *       {@code SimilarityScale}.
 *   <li>Operations of a library: {@code AddFacesCall}, {@code FaceCalls}, {@code PersonCalls},
 *       {@code ListCalls}, {@code SearchCall}. {@code LostAddResolver}, {@code
 *       AddFailureExplainer}, {@code GroupQuotaCheck} and {@code ErrorInterpreter} find the facts
 *       that the service does not report.
 *   <li>One call over the wire: {@code GreenClient}, {@code GreenOperation}, {@code GreenCall},
 *       {@code GreenLimits}, {@code Bodies}, {@code GreenResponse}, {@code ScanResponse}, {@code
 *       Json}, {@code PageTokens}, {@code FaceIds}.
 *   <li>Errors: {@code Failures}, {@code GreenCode}, {@code GatewayCode}, {@code VendorText},
 *       {@code RetryAfter}.
 *   <li>Uploads of images by content: {@code ImageSources}, {@code Uploads}, and the files whose
 *       names begin with {@code Oss} or {@code Upload}.
 * </ul>
 *
 * <p>Connections are in {@code io.facelibrary.aliyun.internal.transport}.
 */
@NullMarked
package io.facelibrary.aliyun;

import org.jspecify.annotations.NullMarked;
