package io.facelibrary.green;

import java.time.Duration;

/**
 * When a reply is sent, and how much of it.
 *
 * @param delay how long sending is delayed
 * @param part how much is sent; after a part, the connection is closed
 */
record DeliveryPlan(Duration delay, Part part) {
  static final DeliveryPlan IMMEDIATE = new DeliveryPlan(Duration.ZERO, Part.WHOLE);

  /** How much of a reply is sent. */
  enum Part {
    WHOLE,
    HALF,
    NONE
  }
}
