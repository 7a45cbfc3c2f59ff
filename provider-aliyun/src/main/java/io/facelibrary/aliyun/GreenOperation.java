package io.facelibrary.aliyun;

/**
 * Operations of the service that this provider calls, as the SDK names them.
 *
 * <p>Source: the request classes of {@code aliyun-java-sdk-green} 3.6.6, API 2018-05-09.
 *
 * <p>The module server-green has a type of the same name, deliberately: client and server share no
 * code. So one misreading of the documentation does not pass the tests of both.
 */
enum GreenOperation {
  ADD_FACES("AddFaces", true),
  DELETE_FACES("DeleteFaces", true),
  GET_FACES("GetFaces", false),
  ADD_PERSON("AddPerson", true),
  SET_PERSON("SetPerson", true),
  GET_PERSON("GetPerson", false),
  DELETE_PERSON("DeletePerson", true),
  ADD_GROUPS("AddGroups", true),
  DELETE_GROUPS("DeleteGroups", true),
  GET_GROUPS("GetGroups", false),
  GET_PERSONS("GetPersons", false),
  IMAGE_SYNC_SCAN("ImageSyncScan", false),
  UPLOAD_CREDENTIALS("UploadCredentials", false);

  private final String action;
  private final boolean writes;

  GreenOperation(String action, boolean writes) {
    this.action = action;
    this.writes = writes;
  }

  /** Returns whether a call may change the library. */
  boolean writes() {
    return writes;
  }

  /** Returns whether a call makes the service read an image. */
  boolean readsImages() {
    return this == ADD_FACES || this == IMAGE_SYNC_SCAN;
  }

  @Override
  public String toString() {
    return action;
  }
}
