package io.facelibrary.green;

import io.facelibrary.Capability;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.ItemFailure;
import io.facelibrary.UnsupportedCapabilityException;

/**
 * Maps failures of the library to results of the service.
 *
 * <p>Codes: help.aliyun.com document 53414. The texts about persons were reported by users of the
 * service. The texts about faces and groups are our own, because none is documented. Programs
 * should rely on the code.
 */
final class OperationErrors {
  static final String PERSON_EXISTS = "The person is exist!";
  static final String PERSON_MISSING = "The person is not exist!";
  static final String GROUP_MISSING = "The group is not exist!";
  static final String TOO_MANY_FACES = "The number of faces of the person exceeds the limit";
  static final String TOO_MANY_GROUPS = "The number of groups exceeds the limit";

  static final OperationResult.Failed THROTTLED =
      new OperationResult.Failed(GreenCode.EXCEED_QUOTA, "EXCEED_QUOTA");
  static final OperationResult.Failed DENIED =
      new OperationResult.Failed(GreenCode.PERMISSION_DENY, "PERMISSION_DENY");

  private final ProtocolAssumptions assumptions;

  OperationErrors(ProtocolAssumptions assumptions) {
    this.assumptions = assumptions;
  }

  OperationResult.Failed of(GreenOperation operation, FaceLibraryException failure) {
    boolean isReadOnly =
        failure instanceof UnsupportedCapabilityException unsupported
            && unsupported.capability() == Capability.WRITES;
    return isReadOnly ? DENIED : of(operation, failure.kind(), failure.reason());
  }

  /** Maps the failure of one item to the failure of its whole call. */
  OperationResult.Failed ofWhole(GreenOperation operation, ItemFailure failure) {
    return of(operation, failure.kind(), failure.message());
  }

  private OperationResult.Failed of(GreenOperation operation, ErrorKind kind, String reason) {
    return switch (kind) {
      case INVALID_REQUEST, UNSUPPORTED ->
          new OperationResult.Failed(GreenCode.BAD_REQUEST, reason);
      case NOT_FOUND -> missingPerson(operation);
      case ALREADY_EXISTS -> new OperationResult.Failed(GreenCode.BAD_REQUEST, PERSON_EXISTS);
      case QUOTA_EXCEEDED ->
          new OperationResult.Failed(
              GreenCode.BAD_REQUEST,
              operation == GreenOperation.ADD_FACES ? TOO_MANY_FACES : TOO_MANY_GROUPS);
      case IMAGE_REJECTED -> new OperationResult.Failed(GreenCode.BAD_FORMAT, "BAD_FORMAT");
      case UNAUTHENTICATED, PERMISSION_DENIED -> DENIED;
      case THROTTLED -> THROTTLED;
      case UNAVAILABLE, CONFLICT, INTERRUPTED ->
          new OperationResult.Failed(GreenCode.SERVICE_UNAVAILABLE, "ServiceUnavailable");
      case TIMED_OUT -> new OperationResult.Failed(GreenCode.TIMEOUT, "TIMEOUT");
      case DAMAGED, INTERNAL ->
          new OperationResult.Failed(GreenCode.GENERAL_ERROR, "GENERAL_ERROR");
    };
  }

  OperationResult.Failed missingPerson(GreenOperation operation) {
    int code =
        operation == GreenOperation.DELETE_FACES
            ? assumptions.missingPersonOnDeleteFacesCode()
            : assumptions.missingPersonCode();
    return new OperationResult.Failed(code, PERSON_MISSING);
  }

  /** Returns the {@code msg} of a rejected item of AddFaces. */
  static String of(ItemFailure failure) {
    return failure.kind() == ErrorKind.QUOTA_EXCEEDED
        ? TOO_MANY_FACES
        : Words.toUpperCase(failure.reason()) + ": " + failure.message();
  }
}
