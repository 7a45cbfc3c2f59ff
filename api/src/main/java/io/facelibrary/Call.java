package io.facelibrary;

import java.util.List;
import java.util.function.Supplier;

/**
 * One call of an operation, as a layer sees it: see {@link ForwardingFaceLibrary#around}.
 *
 * @param <T> the type of the result
 */
public final class Call<T> {
  private final Operation operation;
  private final List<Object> arguments;
  private final Supplier<T> next;

  Call(Operation operation, List<Object> arguments, Supplier<T> next) {
    this.operation = operation;
    this.arguments = arguments;
    this.next = next;
  }

  /** Returns the operation. */
  public Operation operation() {
    return operation;
  }

  /**
   * Returns the arguments of the method, in order, as the caller passed them. They may contain ids
   * of persons and images, and even {@code null} if the layer lies outside the guard.
   */
  public List<Object> arguments() {
    return arguments;
  }

  /**
   * Makes the call to the next library. May be called several times or not at all.
   *
   * @return the result; operations without a result return an object without meaning
   */
  public T proceed() {
    return next.get();
  }

  /** Returns the operation without the arguments, which may contain ids of persons. */
  @Override
  public String toString() {
    return "Call[" + operation + "]";
  }
}
