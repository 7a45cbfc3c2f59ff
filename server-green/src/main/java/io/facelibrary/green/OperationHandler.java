package io.facelibrary.green;

/** Executes one operation. */
@FunctionalInterface
interface OperationHandler {

  /**
   * Executes the operation.
   *
   * @param request the fields of the body
   * @throws io.facelibrary.FaceLibraryException if a field is wrong or the library fails; {@link
   *     OperationErrors} maps it to a result
   */
  OperationResult handle(JsonFields request);
}
