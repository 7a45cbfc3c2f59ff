package io.facelibrary.green;

/**
 * Where uploads go.
 *
 * @param bucket the one bucket there is
 * @param folder what every key begins with, without the slash that follows
 */
record UploadPlace(String bucket, String folder) {
  static final UploadPlace DEFAULT = new UploadPlace("face-library-uploads", "upload");
}
