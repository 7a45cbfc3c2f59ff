package io.facelibrary.testkit;

import io.facelibrary.FaceLibrary;

/**
 * Libraries under test opened towards services that misbehave, each in one way and at every call.
 * For providers of remote libraries; the contract closes what it opened.
 */
public interface NetworkFaults {

  /** Opens a library whose service refuses the connection. */
  FaceLibrary refusedConnection();

  /** Opens a library whose service takes the request and closes the connection without a byte. */
  FaceLibrary closedWithoutAnswer();

  /** Opens a library whose service closes the connection in the middle of its answer. */
  FaceLibrary cutAnswer();

  /** Opens a library whose service takes the request and does not answer in time; time is short. */
  FaceLibrary noAnswerInTime();

  /** Opens a library whose service says that there were too many calls. */
  FaceLibrary throttling();

  /** Opens a library whose credentials the service does not accept. */
  FaceLibrary wrongCredentials();
}
