package io.facelibrary.aliyun.support;

/** The shortest time for which a connection is idle before it is checked. */
public final class IdleWait {
  private IdleWait() {}

  /** Waits until two milliseconds have passed on the clock that the connection pool uses. */
  public static void exceed() {
    long end = System.currentTimeMillis() + 2;
    while (System.currentTimeMillis() < end) {
      Thread.onSpinWait();
    }
  }
}
