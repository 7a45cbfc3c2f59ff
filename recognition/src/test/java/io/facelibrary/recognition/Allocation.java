package io.facelibrary.recognition;

import java.lang.management.ManagementFactory;

/**
 * The bytes that this thread allocates on the heap. Other threads do not count. The compiler can
 * only remove allocations, so an upper bound holds with and without it.
 */
final class Allocation {
  private static final com.sun.management.ThreadMXBean THREADS =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Allocation() {}

  /** Measures the second call: the first one loads classes and fills caches. */
  static long ofSecondCall(Runnable call) {
    call.run();
    return of(call);
  }

  static long of(Runnable call) {
    long before = ofThisThread();
    call.run();
    return ofThisThread() - before;
  }

  private static long ofThisThread() {
    return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}
