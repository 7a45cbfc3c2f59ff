package io.facelibrary;

/** A library's judgement of a {@link Candidate}. The list of verdicts is closed. */
public enum Verdict {
  /** The two faces show the same person, as far as the library can judge. */
  MATCH,
  /** The two faces may show the same person. A person must review it. */
  POSSIBLE,
  /** The two faces probably show different persons. */
  UNLIKELY,
  /** The library has no {@link SimilarityScale}, so it cannot judge the similarity. */
  UNJUDGED
}
