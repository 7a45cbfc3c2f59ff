/**
 * One API over any face library: values, requests, results, errors, discovery, and the guard in
 * front of every opened library.
 */
module io.facelibrary {
  requires static transitive org.jspecify;

  exports io.facelibrary;

  uses io.facelibrary.FaceEncoderProvider;
  uses io.facelibrary.FaceLibraryProvider;
}
