package io.facelibrary.green;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.facelibrary.FaceLibrary;
import java.time.Clock;
import java.util.Optional;

/** The operations over a library without HTTP, for tests of what they answer. */
final class Served {
  private final OperationDispatcher operations;

  Served(FaceLibrary library, ProtocolAssumptions assumptions) {
    this(
        library,
        assumptions,
        request -> new OperationResult.Failed(GreenCode.GENERAL_ERROR, "no uploads here"));
  }

  Served(FaceLibrary library, ProtocolAssumptions assumptions, OperationHandler uploadCredentials) {
    UploadedObjects none =
        new UploadedObjects(UploadLimits.defaults(), "bucket", Clock.systemUTC());
    operations =
        new HandlerWiring(
                library,
                assumptions,
                new ImageResolver(library.capabilities(), none, Optional.empty()),
                new FaceSources(1000))
            .operations(uploadCredentials);
  }

  static Served of(FaceLibrary library) {
    return new Served(library, ProtocolAssumptions.defaults());
  }

  JsonObject answer(GreenOperation operation, String body) {
    OperationResult answer = operations.answer(operation, body.getBytes(UTF_8));
    return JsonParser.parseString(new String(Envelope.of(answer, "R-1"), UTF_8)).getAsJsonObject();
  }

  JsonObject data(GreenOperation operation, String body) {
    return answer(operation, body).getAsJsonObject("data");
  }

  static JsonObject item(JsonObject data, String field, int index) {
    JsonArray array = data.getAsJsonArray(field);
    return array.get(index).getAsJsonObject();
  }
}
