package io.facelibrary.aliyun;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bodies of the requests, with the fields that the service documents. An absent field is omitted,
 * not sent as {@code null}.
 *
 * <p>Source: help.aliyun.com documents 70417 (search), 70419 to 70428 and 205550.
 */
final class Bodies {
  private Bodies() {}

  /** AddFaces, document 70422. */
  record AddFacesBody(String personId, List<String> urls) {}

  /** DeleteFaces, document 70424. */
  record DeleteFacesBody(String personId, List<String> faceIds) {}

  /** GetFaces, document 205550; {@link PersonBody} requests all faces. */
  record GetFacesBody(String personId, List<String> faceIds) {}

  /** AddPerson, help page "addPerson"; an empty text is omitted, as in the sample of the page. */
  record AddPersonBody(
      String personId,
      List<String> groupIds,
      @JsonInclude(Include.NON_EMPTY) String name,
      @JsonInclude(Include.NON_EMPTY) String note) {}

  /** SetPerson, document 70419; a null field keeps its value. */
  @JsonInclude(Include.NON_NULL)
  record SetPersonBody(String personId, @Nullable String name, @Nullable String note) {}

  /** GetPerson, DeletePerson and GetFaces, documents 70420, 70421 and 205550. */
  record PersonBody(String personId) {}

  /** AddGroups and DeleteGroups, documents 70427 and 70428. */
  record GroupsBody(String personId, List<String> groupIds) {}

  /** GetPersons, document 70426. */
  record GetPersonsBody(String groupId, int currentPage, int pageSize) {}

  /** ImageSyncScan, document 70417: one image, one group. */
  record ScanBody(List<String> scenes, List<Task> tasks) {
    private static final List<String> SEARCH_IN_GROUP = List.of("sface-n");

    static ScanBody of(String url, String group) {
      return new ScanBody(SEARCH_IN_GROUP, List.of(new Task(url, new Extras(group))));
    }
  }

  /** One image to search for. */
  record Task(String url, Extras extras) {}

  /** The group to search in. */
  record Extras(String groupId) {}

  /** GetGroups (document 70425) and UploadCredentials have no field. */
  record NoFields() {
    static final NoFields BODY = new NoFields();
  }
}
