package io.facelibrary.green;

/** Does one operation. */
@FunctionalInterface
interface OperationHandler {

  /**
   * Does the operation.
   *
   * @param request the fields of the body
   * @throws io.facelibrary.FaceLibraryException if a field is wrong or the library fails; {@link
   *     Errors} says what is then answered
   */
  OperationResult handle(JsonFields request);
}
