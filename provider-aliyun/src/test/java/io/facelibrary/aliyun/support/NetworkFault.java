package io.facelibrary.aliyun.support;

/** Faults of a network between a client and a server, and where in an exchange they occur. */
public enum NetworkFault {
  /** No fault. */
  NONE(0),
  /** The connection ends before any byte of the request arrives. */
  REQUEST_LOST(20),
  /** The connection ends while the request is sent. */
  REQUEST_CUT(20),
  /** The request arrives, and no byte of the response comes back. */
  RESPONSE_LOST(20),
  /** The connection ends within the head of the response. */
  RESPONSE_CUT_IN_HEAD(20),
  /** The connection ends within the body of the response. */
  RESPONSE_CUT_IN_BODY(20),
  /** The response comes after the client's time-out. */
  RESPONSE_LATE(1),
  /** The request arrives after the client's time-out. */
  REQUEST_LATE(1),
  /** The request arrives twice, and the first response comes back. */
  REQUEST_TWICE_FIRST_RESPONSE(20),
  /** The request arrives twice, and the second response comes back. */
  REQUEST_TWICE_SECOND_RESPONSE(20);

  private final int weight;

  NetworkFault(int weight) {
    this.weight = weight;
  }

  /** Returns how often the fault occurs among all; each late one costs a time-out of the client. */
  int weight() {
    return weight;
  }
}
