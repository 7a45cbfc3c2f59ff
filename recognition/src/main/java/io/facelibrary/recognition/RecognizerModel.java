package io.facelibrary.recognition;

/**
 * What made an embedding. Embeddings of different models must never be compared, so this is kept
 * beside them.
 *
 * @param name the networks
 * @param version the alignment and the averaging, which change the embeddings as much
 */
public record RecognizerModel(String name, String version) {

  /** The name and the version, with a slash between. */
  @Override
  public String toString() {
    return name + "/" + version;
  }
}
