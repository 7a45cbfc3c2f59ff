package io.facelibrary.testkit;

import io.facelibrary.FaceLibrary;
import io.facelibrary.Limits;

/** A part of the contract: tests about one topic, and the objects that they share. */
interface ContractPart {

  /** Returns the harness of this test. */
  Harness harness();

  /**
   * Returns the library under test. It was opened for this test, or reopened by it. A library that
   * lacks a baseline capability is behind a layer that lets the ordinary tests run.
   */
  FaceLibrary library();

  /** Returns the library under test as users get it, for tests of a missing capability. */
  FaceLibrary bare();

  /** Returns a library that a test opened, behind the same layer as {@link #library}. */
  FaceLibrary adapt(FaceLibrary opened);

  /** Returns the factory of the persons, groups and faces of this test. */
  Fixtures fixtures();

  /** Returns the conditions that skip this test. */
  Assumptions assume();

  /** Closes the library under test, and replaces it by one that reads the stored data. */
  void reopen();

  /** Abandons the library under test as a crash would, and replaces it by one on the data left. */
  void reopenAfterCrash();

  /** Returns the limits of the library under test. */
  default Limits limits() {
    return library().capabilities().limits();
  }
}
