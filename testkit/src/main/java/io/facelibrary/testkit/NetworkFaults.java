package io.facelibrary.testkit;

import io.facelibrary.FaceLibrary;

/**
 * Opens libraries that call faulty services, for providers of remote libraries. Each service has
 * one fault, at every call. The contract closes the libraries.
 */
public interface NetworkFaults {

  /** Opens a library whose service refuses the connection. */
  FaceLibrary refusedConnection();

  /** Opens a library whose service reads the request and closes the connection without a byte. */
  FaceLibrary closedWithoutResponse();

  /** Opens a library whose service closes the connection in the middle of its response. */
  FaceLibrary cutResponse();

  /**
   * Opens a library whose service reads the request and does not respond. The library has a short
   * time-out.
   */
  FaceLibrary noResponseInTime();

  /** Opens a library whose service throttles every call. */
  FaceLibrary throttling();

  /** Opens a library whose credentials the service rejects. */
  FaceLibrary wrongCredentials();
}
