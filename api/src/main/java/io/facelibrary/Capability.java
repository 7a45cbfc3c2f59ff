package io.facelibrary;

/** What a library may offer or not. What is not offered is refused before any call. */
public enum Capability {
  /** Takes pictures by address: {@link FaceImage.Url}. */
  IMAGE_URL,
  /** Takes pictures by content: {@link FaceImage.Bytes}. */
  IMAGE_BYTES,
  /** Tells the address that a face was added from: {@link Face#source()}. */
  FACE_IMAGE_URL,
  /** Searches: {@link FaceLibrary#search}. */
  SEARCH,
  /** Searches in more than one group at once. */
  SEARCH_MANY_GROUPS,
  /** Lists groups: {@link FaceLibrary#listGroups}. */
  LIST_GROUPS,
  /** Lists the persons of a group: {@link FaceLibrary#listPersons}. */
  LIST_PERSONS
}
