package io.facelibrary.green;

import io.facelibrary.FaceLibrary;
import java.net.URI;
import java.time.Clock;
import java.util.function.Supplier;

/** Puts the handlers of all operations together. */
final class HandlerWiring {
  private final FaceLibrary library;
  private final ProtocolAssumptions assumptions;
  private final ImageResolver pictures;
  private final FaceSources sources;

  HandlerWiring(
      FaceLibrary library,
      ProtocolAssumptions assumptions,
      ImageResolver pictures,
      FaceSources sources) {
    this.library = library;
    this.assumptions = assumptions;
    this.pictures = pictures;
    this.sources = sources;
  }

  OperationDispatcher operations(OperationHandler uploadCredentials) {
    Errors errors = new Errors(assumptions);
    FaceNumbers numbers = new FaceNumbers(library);
    return new OperationDispatcher(errors)
        .with(
            GreenOperation.ADD_FACES,
            new AddFacesHandler(library, pictures, sources, errors, assumptions))
        .with(
            GreenOperation.DELETE_FACES, new DeleteFacesHandler(library, numbers, sources, errors))
        .with(GreenOperation.GET_FACES, new GetFacesHandler(library, numbers, sources, errors))
        .with(GreenOperation.ADD_PERSON, new AddPersonHandler(library))
        .with(GreenOperation.SET_PERSON, new SetPersonHandler(library, assumptions))
        .with(GreenOperation.GET_PERSON, new GetPersonHandler(library, errors))
        .with(GreenOperation.DELETE_PERSON, new DeletePersonHandler(library, sources, errors))
        .with(GreenOperation.ADD_GROUPS, new AddGroupsHandler(library, errors, assumptions))
        .with(GreenOperation.DELETE_GROUPS, new DeleteGroupsHandler(library, errors))
        .with(GreenOperation.GET_GROUPS, new GetGroupsHandler(library))
        .with(GreenOperation.GET_PERSONS, new GetPersonsHandler(library, assumptions))
        .with(
            GreenOperation.IMAGE_SYNC_SCAN,
            new ImageSyncScanHandler(library, pictures, errors, assumptions))
        .with(GreenOperation.UPLOAD_CREDENTIALS, uploadCredentials);
  }

  static OperationHandler uploadCredentials(
      AccessKeys keys, UploadLimits limits, Clock clock, Supplier<URI> endpoint) {
    return new UploadCredentialsHandler(keys, UploadTarget.DEFAULT, limits, clock, endpoint);
  }
}
