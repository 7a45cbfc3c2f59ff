package io.facelibrary.aliyun;

import io.facelibrary.AddFaces;
import io.facelibrary.AddPerson;
import io.facelibrary.DeleteFaces;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.Operation;
import io.facelibrary.PageRequest;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import io.facelibrary.Search;
import io.facelibrary.UpdatePerson;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Opens libraries as users do, by name, and makes calls on them. */
final class Opened {
  static final String KEY_ID = "LTAIkeyOfTheTests0001";
  static final String SECRET = "secretOfTheTests0123456789abcd";
  static final PersonId PERSON = PersonId.of("person-of-the-tests-7f3a");
  static final FaceImage PICTURE = FaceImage.at("https://pictures.example.com/one.png");

  private static final GroupId GROUP = GroupId.of("group-of-the-tests");

  private Opened() {}

  /** Opens a library with short times; settings come as name, value, name, value. */
  static FaceLibrary at(String endpoint, String... settings) {
    Map<String, String> all = new HashMap<>();
    all.put("endpoint", endpoint);
    all.put("access-key-id", KEY_ID);
    all.put("access-key-secret", SECRET);
    for (int i = 0; i < settings.length; i += 2) {
      all.put(settings[i], settings[i + 1]);
    }
    return FaceLibraries.open("aliyun", all);
  }

  /** A read that is one call to the service. */
  static void read(FaceLibrary library) {
    library.queryFaces(QueryFaces.allOf(PERSON));
  }

  /** A write that is one call to the service, and must not be made twice. */
  static void write(FaceLibrary library) {
    library.addFaces(AddFaces.of(PERSON, PICTURE));
  }

  /** Makes any call. */
  static void call(FaceLibrary library, Operation operation) {
    switch (operation) {
      case ADD_FACES -> write(library);
      case DELETE_FACES -> library.deleteFaces(DeleteFaces.of(PERSON, FaceId.of("1")));
      case QUERY_FACES -> read(library);
      case ADD_PERSON -> library.addPerson(AddPerson.of(PERSON, GROUP));
      case UPDATE_PERSON -> library.updatePerson(UpdatePerson.of(PERSON).withName("Grace"));
      case FIND_PERSON -> library.findPerson(PERSON);
      case DELETE_PERSON -> library.deletePerson(PERSON);
      case JOIN_GROUPS -> library.joinGroups(PERSON, Set.of(GROUP));
      case LEAVE_GROUPS -> library.leaveGroups(PERSON, Set.of(GROUP));
      case LIST_GROUPS -> library.listGroups(PageRequest.first());
      case LIST_PERSONS -> library.listPersons(GROUP, PageRequest.first());
      case SEARCH -> library.search(Search.of(PICTURE, GROUP));
    }
  }
}
