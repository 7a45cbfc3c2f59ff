/** The interface of the face library. */
module io.facelibrary {
  requires static transitive org.jspecify;

  exports io.facelibrary;
}
