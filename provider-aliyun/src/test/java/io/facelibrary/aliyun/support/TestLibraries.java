package io.facelibrary.aliyun.support;

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
import io.facelibrary.Similarity;
import io.facelibrary.UpdatePerson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Opens libraries by name, as users do, and makes calls on them. */
public final class TestLibraries {
  public static final String KEY_ID = "LTAIkeyOfTheTests0001";
  public static final String SECRET = "secretOfTheTests0123456789abcd";
  public static final PersonId PERSON = PersonId.of("person-of-the-tests-7f3a");
  public static final FaceImage IMAGE = FaceImage.at("https://images.example.com/one.png");

  /** The operations that call the service, except those composed of others. */
  public static final List<Operation> CALLS =
      List.of(
          Operation.ADD_FACES,
          Operation.DELETE_FACES,
          Operation.QUERY_FACES,
          Operation.ADD_PERSON,
          Operation.UPDATE_PERSON,
          Operation.FIND_PERSON,
          Operation.DELETE_PERSON,
          Operation.JOIN_GROUPS,
          Operation.LEAVE_GROUPS,
          Operation.LIST_GROUPS,
          Operation.LIST_PERSONS,
          Operation.SEARCH);

  private static final GroupId GROUP = GroupId.of("group-of-the-tests");

  private TestLibraries() {}

  /**
   * Opens a library whose time limits no busy machine exceeds, unless they are set.
   *
   * @param settings name, value, name, value
   */
  public static FaceLibrary open(String endpoint, String... settings) {
    Map<String, String> all = new HashMap<>();
    all.put("endpoint", endpoint);
    all.put("access-key-id", KEY_ID);
    all.put("access-key-secret", SECRET);
    all.put("connection-wait", "60s");
    all.put("connect-timeout", "60s");
    all.put("response-timeout", "60s");
    for (int i = 0; i < settings.length; i += 2) {
      all.put(settings[i], settings[i + 1]);
    }
    return FaceLibraries.open("aliyun", all);
  }

  /** Makes a read that is one call to the service. */
  public static void read(FaceLibrary library) {
    library.queryFaces(QueryFaces.allOf(PERSON));
  }

  /** Makes a write that is one call to the service, and must not be repeated. */
  public static void write(FaceLibrary library) {
    library.addFaces(AddFaces.of(PERSON, IMAGE));
  }

  /** Makes a call of any operation of {@link #CALLS}. */
  public static void call(FaceLibrary library, Operation operation) {
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
      case SEARCH -> library.search(Search.of(IMAGE, GROUP).withMinSimilarity(Similarity.NONE));
      default -> throw new IllegalArgumentException(operation.toString());
    }
  }
}
