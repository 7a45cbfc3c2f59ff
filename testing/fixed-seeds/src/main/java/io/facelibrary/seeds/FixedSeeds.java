package io.facelibrary.seeds;

import java.security.SecureRandom;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import org.jspecify.annotations.Nullable;

/**
 * Gives every jqwik property of a module the same fixed seed, so that a build tests the same values
 * on every machine. Applies to every module with this artifact on its test class path.
 *
 * <p>{@code mvn -Dfuzz verify} draws a random seed instead, and {@code mvn -Dfuzz=SEED verify} uses
 * the given one. The seed is printed once before the first property, and again with a failure. A
 * seed in {@code @Property(seed = ...)} takes precedence.
 */
public final class FixedSeeds implements AroundPropertyHook {
  static final String FUZZ = "fuzz";
  static final String FIXED = "20250131";

  private static final String SEED = seed(System.getProperty(FUZZ));

  static {
    System.out.println("jqwik seed: " + SEED + " (-Dfuzz for a random one, -Dfuzz=SEED to repeat)");
  }

  /** For {@link java.util.ServiceLoader}. */
  public FixedSeeds() {}

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) {
    if (context.attributes().seed().isEmpty()) {
      context.attributes().setSeed(SEED);
    }
    return property.execute();
  }

  @Override
  public PropagationMode propagateTo() {
    return PropagationMode.ALL_DESCENDANTS;
  }

  /** Runs before all other hooks. */
  @Override
  public int aroundPropertyProximity() {
    return -100;
  }

  /**
   * Returns the seed to use.
   *
   * @param fuzz the system property, or null if it is not set
   */
  static String seed(@Nullable String fuzz) {
    if (fuzz == null) {
      return FIXED;
    }
    return fuzz.matches("-?\\d+") ? fuzz : Long.toString(new SecureRandom().nextLong());
  }
}
