package io.facelibrary;

/**
 * An optional feature of a library. The guard refuses a call that needs a feature which the library
 * does not offer, before the library sees the call.
 */
public enum Capability {
  /** Accepts images by URL: {@link FaceImage.Url}. */
  IMAGE_URL,
  /** Accepts images by content: {@link FaceImage.Bytes}. */
  IMAGE_BYTES,
  /** Returns the URL that a face was added from: {@link Face#source()}. */
  FACE_IMAGE_URL,
  /** Searches: {@link FaceLibrary#search}. */
  SEARCH,
  /** Searches several groups in one call. */
  SEARCH_MANY_GROUPS,
  /** Lists groups: {@link FaceLibrary#listGroups}. */
  LIST_GROUPS,
  /** Lists the persons of a group: {@link FaceLibrary#listPersons}. */
  LIST_PERSONS
}
