/**
 * Face libraries in Alibaba Cloud: Content Moderation, product {@code Green}, API 2018-05-09,
 * "custom face retrieval".
 *
 * <p>Start with {@link io.facelibrary.FaceLibraries#open(String, java.util.Map)} and the name
 * {@code aliyun}, or with {@link io.facelibrary.aliyun.AliyunFaceLibrary#builder()}. The official
 * SDK signs and speaks; what it leaves to the program (HTTPS, two levels of status, partial
 * failures, exact ids, local pictures, connections of its own) is done here.
 */
@NullMarked
package io.facelibrary.aliyun;

import org.jspecify.annotations.NullMarked;
