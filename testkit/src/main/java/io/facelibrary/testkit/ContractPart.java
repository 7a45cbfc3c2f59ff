package io.facelibrary.testkit;

import io.facelibrary.FaceLibrary;

/** A part of the contract. Its tests find what they are about here. */
interface ContractPart {

  /** Returns what knows the library under test. */
  Harness harness();

  /** Returns the library under test, opened for this test. */
  FaceLibrary library();

  /** Returns what prepares persons, groups and faces for this test and takes them away after it. */
  Given given();
}
