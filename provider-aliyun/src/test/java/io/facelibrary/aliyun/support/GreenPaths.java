package io.facelibrary.aliyun.support;

/** The paths of the operations as the vendor's pages name them, independent of the SDK. */
public final class GreenPaths {
  public static final String ADD_FACES = "/green/sface/face/add";
  public static final String DELETE_FACES = "/green/sface/face/delete";
  public static final String GET_FACES = "/green/sface/faces";
  public static final String ADD_PERSON = "/green/sface/person/add";
  public static final String SET_PERSON = "/green/sface/person/update";
  public static final String GET_PERSON = "/green/sface/person";
  public static final String DELETE_PERSON = "/green/sface/person/delete";
  public static final String ADD_GROUPS = "/green/sface/person/groups/add";
  public static final String DELETE_GROUPS = "/green/sface/person/groups/delete";
  public static final String GET_GROUPS = "/green/sface/groups";
  public static final String GET_PERSONS = "/green/sface/group/persons";
  public static final String SCAN = "/green/image/scan";
  public static final String UPLOAD_CREDENTIALS = "/green/credentials/uploadcredentials";

  private GreenPaths() {}
}
