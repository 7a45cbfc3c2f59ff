package io.facelibrary.green;

import java.time.Duration;

/**
 * How a reply goes out.
 *
 * @param delay how long it is held back
 * @param part how much of it is sent before the connection is closed
 */
record DeliveryPlan(Duration delay, Part part) {
  static final DeliveryPlan PROMPT = new DeliveryPlan(Duration.ZERO, Part.WHOLE);

  /** How much of a reply is sent. */
  enum Part {
    WHOLE,
    HALF,
    NONE
  }
}
