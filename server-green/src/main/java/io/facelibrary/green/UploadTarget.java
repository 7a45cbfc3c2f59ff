package io.facelibrary.green;

/**
 * Where uploads go.
 *
 * @param bucket the one bucket there is
 * @param folder what every key begins with, without the slash that follows
 */
record UploadTarget(String bucket, String folder) {
  static final UploadTarget DEFAULT = new UploadTarget("face-library-uploads", "upload");
}
