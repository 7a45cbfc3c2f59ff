package io.facelibrary.aliyun;

/** The least time that a connection is idle before it is checked. */
final class ATick {
  private ATick() {}

  /** Lets two milliseconds pass by the clock that the connections are checked by. */
  static void pass() {
    long end = System.currentTimeMillis() + 2;
    while (System.currentTimeMillis() < end) {
      Thread.onSpinWait();
    }
  }
}
