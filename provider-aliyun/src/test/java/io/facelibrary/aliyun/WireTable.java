package io.facelibrary.aliyun;

import com.fasterxml.jackson.databind.JsonNode;
import io.facelibrary.AddFaces;
import io.facelibrary.AddPerson;
import io.facelibrary.DeleteFaces;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.Operation;
import io.facelibrary.PageRequest;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import io.facelibrary.Search;
import io.facelibrary.Similarity;
import io.facelibrary.UpdatePerson;
import io.facelibrary.aliyun.support.GoldenCase;
import io.facelibrary.aliyun.support.GreenPaths;
import io.facelibrary.aliyun.support.WireOutcomes;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The call of each operation, and the outcomes of its golden responses. */
enum WireTable {
  ADD_FACES(GreenPaths.ADD_FACES, WireOutcomes.ADD_FACES) {
    @Override
    Object call(FaceLibrary library, JsonNode sent) {
      return library.addFaces(AddFaces.of(person(sent), texts(sent, "urls", FaceImage::at)));
    }
  },
  DELETE_FACES(GreenPaths.DELETE_FACES, WireOutcomes.DELETE_FACES) {
    @Override
    Object call(FaceLibrary library, JsonNode sent) {
      return library.deleteFaces(DeleteFaces.of(person(sent), texts(sent, "faceIds", FaceId::of)));
    }
  },
  GET_FACES(GreenPaths.GET_FACES, WireOutcomes.GET_FACES) {
    @Override
    Object call(FaceLibrary library, JsonNode sent) {
      return library.queryFaces(
          sent.has("faceIds")
              ? QueryFaces.of(person(sent), texts(sent, "faceIds", FaceId::of))
              : QueryFaces.allOf(person(sent)));
    }
  },
  ADD_PERSON(GreenPaths.ADD_PERSON, WireOutcomes.ADD_PERSON, "name-and-note-empty") {
    @Override
    Object call(FaceLibrary library, JsonNode sent) {
      library.addPerson(
          AddPerson.of(person(sent), groups(sent))
              .withName(sent.path("name").asText(""))
              .withNote(sent.path("note").asText("")));
      return "added";
    }
  },
  SET_PERSON(GreenPaths.SET_PERSON, WireOutcomes.SET_PERSON) {
    @Override
    Object call(FaceLibrary library, JsonNode sent) {
      UpdatePerson update = UpdatePerson.of(person(sent));
      update = optional(sent, "name").map(update::withName).orElse(update);
      library.updatePerson(optional(sent, "note").map(update::withNote).orElse(update));
      return "updated";
    }
  },
  GET_PERSON(GreenPaths.GET_PERSON, WireOutcomes.GET_PERSON) {
    @Override
    Object call(FaceLibrary library, JsonNode sent) {
      return library.findPerson(person(sent));
    }
  },
  DELETE_PERSON(GreenPaths.DELETE_PERSON, WireOutcomes.DELETE_PERSON) {
    @Override
    Object call(FaceLibrary library, JsonNode sent) {
      return library.deletePerson(person(sent));
    }
  },
  ADD_GROUPS(GreenPaths.ADD_GROUPS, WireOutcomes.ADD_GROUPS) {
    @Override
    Object call(FaceLibrary library, JsonNode sent) {
      library.joinGroups(person(sent), groups(sent));
      return "joined";
    }
  },
  DELETE_GROUPS(GreenPaths.DELETE_GROUPS, WireOutcomes.DELETE_GROUPS) {
    @Override
    Object call(FaceLibrary library, JsonNode sent) {
      library.leaveGroups(person(sent), groups(sent));
      return "left";
    }
  },
  GET_GROUPS(GreenPaths.GET_GROUPS, WireOutcomes.GET_GROUPS) {
    @Override
    Object call(FaceLibrary library, JsonNode sent) {
      return library.listGroups(PageRequest.first(3));
    }
  },
  /** Our provider never sends a request without paging. */
  GET_PERSONS(GreenPaths.GET_PERSONS, WireOutcomes.GET_PERSONS, "paging-left-out") {
    @Override
    Object call(FaceLibrary library, GoldenCase golden, String endpoint) {
      JsonNode sent = golden.request();
      GroupId group = GroupId.of(sent.path("groupId").asText());
      int size = sent.path("pageSize").asInt(20);
      int before = (sent.path("currentPage").asInt(1) - 1) * size;
      Optional<String> token =
          before == 0
              ? Optional.empty()
              : Optional.of(new PageTokens(endpoint).write("persons of " + group, "" + before));
      return library.listPersons(group, new PageRequest(size, token));
    }
  },
  /** Our provider sends one image per call, never several tasks. */
  IMAGE_SYNC_SCAN(GreenPaths.SCAN, WireOutcomes.IMAGE_SYNC_SCAN, "several-tasks") {
    @Override
    Object call(FaceLibrary library, JsonNode sent) {
      JsonNode task = sent.path("tasks").path(0);
      GroupId group = GroupId.of(task.path("extras").path("groupId").asText());
      return library.search(
          Search.of(FaceImage.at(task.path("url").asText()), group)
              .withMinSimilarity(Similarity.NONE));
    }
  },
  UPLOAD_CREDENTIALS(GreenPaths.UPLOAD_CREDENTIALS, WireOutcomes.UPLOAD_CREDENTIALS) {
    @Override
    Object call(FaceLibrary library, GoldenCase golden, String endpoint) {
      try (GreenClient client = GreenClients.of(URI.create("http://" + endpoint))) {
        return new UploadCredentialsCall(client).apply(Operation.ADD_FACES);
      }
    }
  };

  private final String path;
  private final String outcomes;
  private final String neverSent;

  WireTable(String path, String outcomes) {
    this(path, outcomes, "");
  }

  WireTable(String path, String outcomes, String neverSent) {
    this.path = path;
    this.outcomes = outcomes;
    this.neverSent = neverSent;
  }

  static WireTable of(GoldenCase golden) {
    return Stream.of(values())
        .filter(it -> it.folder().equals(golden.folder()))
        .findFirst()
        .orElseThrow();
  }

  String folder() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String path() {
    return path;
  }

  /** Returns the outcomes by case. */
  Map<String, String> outcomes() {
    return GreenWireTest.readTable(outcomes);
  }

  /** Returns the cases whose requests our provider never sends. */
  Set<String> neverSent() {
    return neverSent.isEmpty() ? Set.of() : Set.of(neverSent);
  }

  /** Makes the call that should send the golden request. */
  Object call(FaceLibrary library, GoldenCase golden, String endpoint) {
    return call(library, golden.isForeign() ? golden.foreignRequest() : golden.request());
  }

  Object call(FaceLibrary library, JsonNode sent) {
    throw new AssertionError("one of the two methods is overridden");
  }

  private static PersonId person(JsonNode sent) {
    return PersonId.of(sent.path("personId").asText());
  }

  private static Set<GroupId> groups(JsonNode sent) {
    return texts(sent, "groupIds", GroupId::of).stream().collect(Collectors.toSet());
  }

  private static Optional<String> optional(JsonNode sent, String field) {
    return sent.has(field) ? Optional.of(sent.path(field).asText()) : Optional.empty();
  }

  private static <T> List<T> texts(JsonNode sent, String field, Function<String, T> of) {
    List<T> texts = new ArrayList<>();
    sent.path(field).forEach(text -> texts.add(of.apply(text.asText())));
    return texts;
  }
}
