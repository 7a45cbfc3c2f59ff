package io.facelibrary.aliyun;

/** The paths of the operations, as the vendor's pages name them, apart from what the SDK says. */
final class GreenPaths {
  static final String ADD_FACES = "/green/sface/face/add";
  static final String DELETE_FACES = "/green/sface/face/delete";
  static final String GET_FACES = "/green/sface/faces";
  static final String ADD_PERSON = "/green/sface/person/add";
  static final String SET_PERSON = "/green/sface/person/update";
  static final String GET_PERSON = "/green/sface/person";
  static final String DELETE_PERSON = "/green/sface/person/delete";
  static final String ADD_GROUPS = "/green/sface/person/groups/add";
  static final String DELETE_GROUPS = "/green/sface/person/groups/delete";
  static final String GET_GROUPS = "/green/sface/groups";
  static final String GET_PERSONS = "/green/sface/group/persons";
  static final String SCAN = "/green/image/scan";
  static final String UPLOAD_CREDENTIALS = "/green/credentials/uploadcredentials";

  private GreenPaths() {}
}
