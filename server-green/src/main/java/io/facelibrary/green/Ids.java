package io.facelibrary.green;

import com.fasterxml.jackson.core.JsonGenerator;
import io.facelibrary.FaceId;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads ids from requests and writes them into responses. */
final class Ids {
  private static final String GROUPS = "groupIds";

  private Ids() {}

  static PersonId person(JsonFields request) {
    return PersonId.of(request.text("personId"));
  }

  static Set<GroupId> groups(JsonFields request) {
    return request.texts(GROUPS).stream()
        .map(GroupId::of)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  static void write(JsonGenerator json, PersonId person) throws IOException {
    json.writeStringField("personId", person.value());
  }

  static void writeGroups(JsonGenerator json, Collection<GroupId> groups) throws IOException {
    writeGroups(json, GROUPS, groups);
  }

  static void writeGroups(JsonGenerator json, String field, Collection<GroupId> groups)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (GroupId group : groups) {
      json.writeString(group.value());
    }
    json.writeEndArray();
  }

  /** Writes numeric ids as text, the format of GetPerson and DeleteFaces. */
  static void writeFaces(JsonGenerator json, Collection<FaceId> faces) throws IOException {
    json.writeArrayFieldStart("faceIds");
    for (FaceId face : faces) {
      json.writeString(Long.toString(NumericFaceIds.of(face)));
    }
    json.writeEndArray();
  }
}
