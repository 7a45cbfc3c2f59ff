package io.facelibrary.green;

/**
 * The bucket and folder of uploads.
 *
 * @param bucket the only bucket
 * @param folder the prefix of every key, without the slash after it
 */
record UploadTarget(String bucket, String folder) {
  static final UploadTarget DEFAULT = new UploadTarget("face-library-uploads", "upload");
}
