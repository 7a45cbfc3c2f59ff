package io.facelibrary.green;

import io.facelibrary.Operation;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The operations of the service, with their paths.
 *
 * <p>Source: the request classes of {@code aliyun-java-sdk-green} 3.6.6, package {@code v20180509},
 * for the current paths. The old paths come from its versions 3.2.0 to 3.3.0 and from the API
 * 2017-08-25. Two operations are missing, and requests to them are rejected as unknown:
 * SearchPerson ({@code /green/sface/search}), whose body is not documented, and DetectFace ({@code
 * /green/face/detect}), which does not work on a library.
 *
 * <p>The client in provider-aliyun has its own list. Client and server deliberately share no code:
 * an error on one side must not be repeated on the other.
 */
enum GreenOperation {
  ADD_FACES(Operation.ADD_FACES, "AddFaces", "/green/sface/face/add", "/green/sface/addFaces"),
  DELETE_FACES(
      Operation.DELETE_FACES,
      "DeleteFaces",
      "/green/sface/face/delete",
      "/green/sface/deleteFaces"),
  GET_FACES(Operation.QUERY_FACES, "GetFaces", "/green/sface/faces", "/green/sface/getFaces"),
  ADD_PERSON(
      Operation.ADD_PERSON, "AddPerson", "/green/sface/person/add", "/green/sface/addPerson"),
  SET_PERSON(
      Operation.UPDATE_PERSON, "SetPerson", "/green/sface/person/update", "/green/sface/setPerson"),
  GET_PERSON(Operation.FIND_PERSON, "GetPerson", "/green/sface/person", "/green/sface/getPerson"),
  DELETE_PERSON(
      Operation.DELETE_PERSON,
      "DeletePerson",
      "/green/sface/person/delete",
      "/green/sface/deletePerson"),
  ADD_GROUPS(
      Operation.JOIN_GROUPS,
      "AddGroups",
      "/green/sface/person/groups/add",
      "/green/sface/addGroupsOfPerson"),
  DELETE_GROUPS(
      Operation.LEAVE_GROUPS,
      "DeleteGroups",
      "/green/sface/person/groups/delete",
      "/green/sface/deleteGroupsOfPerson"),
  GET_GROUPS(Operation.LIST_GROUPS, "GetGroups", "/green/sface/groups", "/green/sface/getGroups"),
  GET_PERSONS(
      Operation.LIST_PERSONS,
      "GetPersons",
      "/green/sface/group/persons",
      "/green/sface/getPersons"),
  IMAGE_SYNC_SCAN(Operation.SEARCH, "ImageSyncScan", "/green/image/scan", "/green/image/scan"),
  UPLOAD_CREDENTIALS(
      Optional.empty(),
      "UploadCredentials",
      "/green/credentials/uploadcredentials",
      "/green/credentials/uploadcredentials");

  private static final Map<String, GreenOperation> BY_PATH = byPath();

  private final Optional<Operation> libraryOperation;
  private final String action;
  private final String path;
  private final String oldPath;

  GreenOperation(Operation libraryOperation, String action, String path, String oldPath) {
    this(Optional.of(libraryOperation), action, path, oldPath);
  }

  GreenOperation(Optional<Operation> libraryOperation, String action, String path, String oldPath) {
    this.libraryOperation = libraryOperation;
    this.action = action;
    this.path = path;
    this.oldPath = oldPath;
  }

  /** Returns the operation at a current or old path; empty if there is none. */
  static Optional<GreenOperation> at(String path) {
    return Optional.ofNullable(BY_PATH.get(path));
  }

  private static Map<String, GreenOperation> byPath() {
    Map<String, GreenOperation> byPath = new HashMap<>();
    for (GreenOperation operation : values()) {
      byPath.put(operation.path, operation);
      byPath.put(operation.oldPath, operation);
    }
    return Collections.unmodifiableMap(byPath);
  }

  /** Returns the operation of a library that this one calls; empty for uploads. */
  Optional<Operation> libraryOperation() {
    return libraryOperation;
  }

  /** Returns the current path. */
  String path() {
    return path;
  }

  /** Returns the name that the SDKs give the operation, such as {@code AddFaces}. */
  @Override
  public String toString() {
    return action;
  }
}
