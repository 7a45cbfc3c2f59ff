package io.facelibrary.aliyun;

import com.fasterxml.jackson.databind.JsonNode;
import io.facelibrary.AddFaces;
import io.facelibrary.AddFacesResult;
import io.facelibrary.AddFacesResult.Added;
import io.facelibrary.AddFacesResult.Outcome;
import io.facelibrary.AddFacesResult.Rejected;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceId;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Operation;
import io.facelibrary.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds faces, and finds out what became of each picture where the service does not say. */
final class AddFacesCall {
  private final GreenClient client;
  private final ErrorInterpreter refusals;
  private final ImageSources addresses;
  private final LostAddResolver fates;
  private final AddFailureExplainer rejections;

  AddFacesCall(
      GreenClient client, ErrorInterpreter refusals, FaceCalls faces, ImageSources addresses) {
    this.client = client;
    this.refusals = refusals;
    this.addresses = addresses;
    this.fates = new LostAddResolver(faces);
    this.rejections = new AddFailureExplainer(faces);
  }

  AddFacesResult add(AddFaces request) {
    PersonId person = request.person();
    List<ImageSources.Address> pictures = addresses.of(Operation.ADD_FACES, request.images());
    return new AddFacesResult(add(person, pictures, true));
  }

  private List<Outcome> add(
      PersonId person, List<ImageSources.Address> pictures, boolean mayAddFewer) {
    GreenClient.Reply reply;
    FaceLibraryException failure;
    try {
      reply = called(person, pictures);
      if (reply.answer().isOk()) {
        return outcomes(person, pictures, reply);
      }
      failure = refusals.onPerson(Operation.ADD_FACES, person, reply);
    } catch (FaceLibraryException e) {
      failure = e;
    }
    if (failure.effect() == Effect.UNKNOWN) {
      return fates.settled(person, pictures, failure);
    }
    if (failure.kind() == ErrorKind.IMAGE_REJECTED && pictures.size() == 1) {
      return List.of(new Rejected(AddFailureExplainer.unsuitable(0, failure.getMessage())));
    }
    return mayAddFewer && failure.kind() == ErrorKind.INVALID_REQUEST
        ? addWhatFits(person, pictures, failure)
        : thrown(failure);
  }

  private static List<Outcome> thrown(FaceLibraryException failure) {
    throw failure;
  }

  private GreenClient.Reply called(PersonId person, List<ImageSources.Address> pictures) {
    List<String> urls = pictures.stream().map(ImageSources.Address::url).toList();
    return client.call(
        Operation.ADD_FACES,
        GreenOperation.ADD_FACES,
        new Bodies.AddFacesBody(person.value(), urls));
  }

  private List<Outcome> outcomes(
      PersonId person, List<ImageSources.Address> pictures, GreenClient.Reply reply) {
    JsonNode items = reply.data().path("faceImageItems");
    if (items.size() != pictures.size()) {
      String saying = items.size() + " faceImageItems for " + pictures.size() + " pictures";
      throw reply.failures().defect(reply.answer(), saying);
    }
    List<Outcome> outcomes = new ArrayList<>(items.size());
    for (JsonNode item : items) {
      outcomes.add(
          item.path("success").asBoolean(false)
              ? new Added(faceOf(item, reply))
              : new Rejected(
                  AddFailureExplainer.unsuitable(
                      outcomes.size(), reply.failures().shown(item.path("msg").asText("")))));
    }
    return rejections.explained(person, outcomes);
  }

  private static FaceId faceOf(JsonNode item, GreenClient.Reply reply) {
    Optional<String> id = Json.id(item.path("faceId"));
    return FaceId.of(
        id.orElseThrow(() -> reply.failures().defect(reply.answer(), "a face without a faceId")));
  }

  /**
   * Adds as many pictures as the person has room for, after the service refused them all. Whether
   * it refuses the whole call or picture by picture when a person is full is not documented.
   */
  private List<Outcome> addWhatFits(
      PersonId person, List<ImageSources.Address> pictures, FaceLibraryException refusal) {
    int room = rejections.room(person).orElse(pictures.size());
    if (room >= pictures.size()) {
      throw refusal;
    }
    List<Outcome> outcomes = new ArrayList<>(pictures.size());
    if (room > 0) {
      outcomes.addAll(add(person, pictures.subList(0, room), false));
    }
    while (outcomes.size() < pictures.size()) {
      outcomes.add(new Rejected(AddFailureExplainer.personIsFull(outcomes.size())));
    }
    return outcomes;
  }
}
