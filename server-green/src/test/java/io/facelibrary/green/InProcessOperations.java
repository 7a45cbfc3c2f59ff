package io.facelibrary.green;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.facelibrary.FaceLibrary;
import java.time.Clock;
import java.util.Optional;

/** Calls operations without HTTP. */
final class InProcessOperations {
  private final OperationDispatcher operations;

  InProcessOperations(FaceLibrary library, ProtocolAssumptions assumptions) {
    this(
        library,
        assumptions,
        request -> new OperationResult.Failed(GreenCode.GENERAL_ERROR, "uploads are disabled"));
  }

  InProcessOperations(
      FaceLibrary library, ProtocolAssumptions assumptions, OperationHandler uploadCredentials) {
    UploadedObjects none =
        new UploadedObjects(UploadLimits.defaults(), "bucket", Clock.systemUTC());
    operations =
        HandlerWiring.operations(
            library,
            assumptions,
            new ImageResolver(library.capabilities(), none, Optional.empty()),
            new FaceSourceUrls(1000),
            uploadCredentials);
  }

  static InProcessOperations of(FaceLibrary library) {
    return new InProcessOperations(library, ProtocolAssumptions.defaults());
  }

  JsonObject call(GreenOperation operation, String body) {
    OperationResult result = operations.dispatch(operation, body.getBytes(UTF_8));
    return JsonParser.parseString(new String(Envelope.of(result, "R-1"), UTF_8)).getAsJsonObject();
  }

  JsonObject data(GreenOperation operation, String body) {
    return call(operation, body).getAsJsonObject("data");
  }

  static JsonObject item(JsonObject data, String field, int index) {
    JsonArray array = data.getAsJsonArray(field);
    return array.get(index).getAsJsonObject();
  }
}
