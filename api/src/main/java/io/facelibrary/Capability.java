package io.facelibrary;

/**
 * A feature that not every library has. The guard refuses a call that needs a feature which the
 * library does not offer, before the library changes anything.
 *
 * <p>There are two sorts. A <em>baseline</em> capability is assumed: a provider names it only to
 * take it away. An <em>optional</em> capability must be offered by name. New capabilities may be
 * added. Each has its sort, so that a provider which does not know it is still right about it.
 */
public enum Capability {
  /** Optional: accepts images by URL, {@link FaceImage.Url}. */
  IMAGE_URL(false),

  /** Optional: accepts images by content, {@link FaceImage.Bytes}. */
  IMAGE_BYTES(false),

  /** Optional: returns the URL that a face was added from, {@link Face#source()}. */
  FACE_IMAGE_URL(false),

  /** Optional: searches, {@link FaceLibrary#search}. */
  SEARCH(false),

  /** Optional: searches several groups in one call. */
  SEARCH_MANY_GROUPS(false),

  /** Optional: searches among the persons of the request only, {@link Search#withPersons}. */
  SEARCH_AMONG_PERSONS(false),

  /** Optional: searches with a face that is in the library, {@link KnownFace}. */
  SEARCH_BY_FACE(false),

  /**
   * Optional: the service applies a threshold of its own that it does not disclose. A search then
   * needs neither a {@link SimilarityScale} nor a minimum similarity. Every candidate of a search
   * without a minimum is a {@link Verdict#MATCH}.
   */
  OWN_THRESHOLD(false),

  /** Optional: lists groups, {@link FaceLibrary#listGroups}. */
  LIST_GROUPS(false),

  /**
   * Optional: lists the persons of a group, {@link FaceLibrary#listPersons(GroupId,PageRequest)}.
   */
  LIST_PERSONS(false),

  /** Optional: lists all persons, {@link FaceLibrary#listPersons(PageRequest)}. */
  LIST_ALL_PERSONS(false),

  /** Baseline: accepts calls that change the library. */
  WRITES(true),

  /**
   * Baseline: has groups that the caller names. Without it, the only group is {@link
   * GroupId#DEFAULT}, every person is in it, and no person can leave it.
   */
  NAMED_GROUPS(true),

  /**
   * Baseline: a person can join and leave groups later. Without it, {@link FaceLibrary#joinGroups}
   * and {@link FaceLibrary#leaveGroups} are refused unless they would change nothing.
   */
  REGROUPING(true),

  /**
   * Baseline: a person can be in no group. Without it, {@link FaceLibrary#leaveGroups} is refused
   * if no group would remain, and the person stays in all its groups.
   */
  PERSONS_WITHOUT_GROUPS(true),

  /**
   * Baseline: a person can have no face. Without it, {@link FaceLibrary#addPerson} is refused, and
   * {@link FaceLibrary#enrol} adds persons. The last face of a person is not deleted: its outcome
   * is {@link DeleteFacesResult.Refused} with the reason {@code last-face}.
   */
  PERSONS_WITHOUT_FACES(true),

  /**
   * Baseline: a person can have several faces of equal images. Without it, the outcome of a second
   * equal image is {@link AddFacesResult.Rejected} with {@link ErrorKind#ALREADY_EXISTS} and the
   * reason {@code duplicate-image}. The first one stays.
   */
  SAME_IMAGE_TWICE(true),

  /**
   * Baseline: a query sees every write that ended before it began. Without it, a query may return
   * older data for the time of {@link Capabilities#queryDelay()}.
   */
  CONSISTENT_QUERIES(true);

  private final boolean baseline;

  Capability(boolean baseline) {
    this.baseline = baseline;
  }

  /**
   * Returns whether a library offers this capability unless its provider takes it away. False for
   * an optional capability, which a provider must offer by name.
   */
  public boolean isBaseline() {
    return baseline;
  }
}
