package io.facelibrary.aliyun;

/** What can go wrong between a program and a server, and where in an exchange. */
enum NetworkFault {
  /** Nothing. */
  NONE,
  /** The connection ends before any of the request arrives. */
  REQUEST_LOST,
  /** The connection ends while the request is sent. */
  REQUEST_CUT,
  /** The request arrives, and no byte of the answer comes back. */
  ANSWER_LOST,
  /** The connection ends within the head of the answer. */
  ANSWER_CUT_IN_HEAD,
  /** The connection ends within the body of the answer. */
  ANSWER_CUT_IN_BODY,
  /** The answer comes when nobody waits for it any more. */
  ANSWER_LATE,
  /** The request arrives when nobody waits for its answer any more. */
  REQUEST_LATE,
  /** The request arrives twice, and the first answer comes back. */
  REQUEST_TWICE_FIRST_ANSWER,
  /** The request arrives twice, and the second answer comes back. */
  REQUEST_TWICE_SECOND_ANSWER
}
