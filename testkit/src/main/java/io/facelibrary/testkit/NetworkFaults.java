package io.facelibrary.testkit;

import io.facelibrary.FaceLibrary;

/**
 * Opens libraries that call faulty services, for providers of remote libraries. Each service has
 * one fault, at every call. The contract closes the libraries.
 */
public interface NetworkFaults {

  /** Opens a library whose service refuses the connection. */
  FaceLibrary openWithRefusedConnection();

  /** Opens a library whose service reads the request and closes the connection without a byte. */
  FaceLibrary openWithClosedConnection();

  /** Opens a library whose service closes the connection in the middle of its response. */
  FaceLibrary openWithCutResponse();

  /**
   * Opens a library whose service reads the request and does not respond. The library has a short
   * time-out.
   */
  FaceLibrary openWithoutResponse();

  /** Opens a library whose service throttles every call. */
  FaceLibrary openWithThrottling();

  /** Opens a library whose credentials the service rejects. */
  FaceLibrary openWithWrongCredentials();
}
