package io.facelibrary;

/**
 * An operation of a {@link FaceLibrary} or of one of its facets, for errors, rates, layers and
 * metrics. New operations may be added.
 */
public enum Operation {
  /** {@link FaceLibrary#addFaces}. */
  ADD_FACES("addFaces", Effects.WRITE),
  /** {@link FaceLibrary#deleteFaces}. */
  DELETE_FACES("deleteFaces", Effects.IDEMPOTENT_WRITE),
  /** {@link FaceLibrary#queryFaces}. */
  QUERY_FACES("queryFaces", Effects.READ),
  /** {@link FaceLibrary#addPerson}. */
  ADD_PERSON("addPerson", Effects.WRITE),
  /** {@link FaceLibrary#enrol}. */
  ENROL("enrol", Effects.WRITE),
  /** {@link FaceLibrary#updatePerson}. */
  UPDATE_PERSON("updatePerson", Effects.IDEMPOTENT_WRITE),
  /** {@link FaceLibrary#findPerson}. */
  FIND_PERSON("findPerson", Effects.READ),
  /** {@link FaceLibrary#findPersons}. */
  FIND_PERSONS("findPersons", Effects.READ),
  /** {@link FaceLibrary#deletePerson}. */
  DELETE_PERSON("deletePerson", Effects.IDEMPOTENT_WRITE),
  /** {@link FaceLibrary#joinGroups}. */
  JOIN_GROUPS("joinGroups", Effects.IDEMPOTENT_WRITE),
  /** {@link FaceLibrary#leaveGroups}. */
  LEAVE_GROUPS("leaveGroups", Effects.IDEMPOTENT_WRITE),
  /** {@link FaceLibrary#listGroups}. */
  LIST_GROUPS("listGroups", Effects.READ),
  /** {@link FaceLibrary#listPersons(GroupId, PageRequest)}. */
  LIST_PERSONS("listPersons", Effects.READ),
  /** {@link FaceLibrary#listPersons(PageRequest)}. */
  LIST_ALL_PERSONS("listAllPersons", Effects.READ),
  /** {@link FaceLibrary#search}. */
  SEARCH("search", Effects.READ),
  /** {@link FaceLibrary#info}. */
  INFO("info", Effects.READ),
  /** {@link FaceArchive#findArchivedFace}. */
  FIND_ARCHIVED_FACE("findArchivedFace", Effects.READ),
  /** {@link FaceArchive#addArchivedFaces}. */
  ADD_ARCHIVED_FACES("addArchivedFaces", Effects.WRITE),
  /** {@link LibraryMaintenance#check}. */
  CHECK("check", Effects.READ),
  /** {@link LibraryMaintenance#backup}. It does not change the library. */
  BACKUP("backup", Effects.READ);

  private enum Effects {
    READ,
    IDEMPOTENT_WRITE,
    WRITE
  }

  private final String methodName;
  private final Effects effects;

  Operation(String methodName, Effects effects) {
    this.methodName = methodName;
    this.effects = effects;
  }

  /** Returns whether the operation changes nothing. A failed read has the effect {@code NONE}. */
  public boolean isRead() {
    return effects == Effects.READ;
  }

  /**
   * Returns whether two equal calls leave the library in the same state as one. The second call may
   * return another result: {@link #DELETE_PERSON} returns false the second time.
   */
  public boolean isIdempotent() {
    return effects != Effects.WRITE;
  }

  /**
   * Returns the name of the method, such as {@code addFaces}. For {@link #LIST_ALL_PERSONS} it is
   * {@code listAllPersons}, because two methods have the same name.
   */
  @Override
  public String toString() {
    return methodName;
  }
}
