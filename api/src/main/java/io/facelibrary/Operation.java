package io.facelibrary;

/** The operations of a {@link FaceLibrary}, for errors, rates, layers and metrics. */
public enum Operation {
  /** {@link FaceLibrary#addFaces}. */
  ADD_FACES("addFaces", Nature.WRITE),
  /** {@link FaceLibrary#deleteFaces}. */
  DELETE_FACES("deleteFaces", Nature.IDEMPOTENT_WRITE),
  /** {@link FaceLibrary#queryFaces}. */
  QUERY_FACES("queryFaces", Nature.READ),
  /** {@link FaceLibrary#addPerson}. */
  ADD_PERSON("addPerson", Nature.WRITE),
  /** {@link FaceLibrary#updatePerson}. */
  UPDATE_PERSON("updatePerson", Nature.IDEMPOTENT_WRITE),
  /** {@link FaceLibrary#findPerson}. */
  FIND_PERSON("findPerson", Nature.READ),
  /** {@link FaceLibrary#deletePerson}. */
  DELETE_PERSON("deletePerson", Nature.IDEMPOTENT_WRITE),
  /** {@link FaceLibrary#joinGroups}. */
  JOIN_GROUPS("joinGroups", Nature.IDEMPOTENT_WRITE),
  /** {@link FaceLibrary#leaveGroups}. */
  LEAVE_GROUPS("leaveGroups", Nature.IDEMPOTENT_WRITE),
  /** {@link FaceLibrary#listGroups}. */
  LIST_GROUPS("listGroups", Nature.READ),
  /** {@link FaceLibrary#listPersons}. */
  LIST_PERSONS("listPersons", Nature.READ),
  /** {@link FaceLibrary#search}. */
  SEARCH("search", Nature.READ);

  private enum Nature {
    READ,
    IDEMPOTENT_WRITE,
    WRITE
  }

  private final String methodName;
  private final Nature nature;

  Operation(String methodName, Nature nature) {
    this.methodName = methodName;
    this.nature = nature;
  }

  /** Tells whether this changes nothing, so that a failed call has the effect {@code NONE}. */
  public boolean isRead() {
    return nature == Nature.READ;
  }

  /**
   * Tells whether doing this twice leaves the library as doing it once does. The second answer may
   * differ: {@link #DELETE_PERSON} answers false the second time.
   */
  public boolean isIdempotent() {
    return nature != Nature.WRITE;
  }

  /** Returns the name of the method, such as {@code addFaces}. */
  @Override
  public String toString() {
    return methodName;
  }
}
