package io.facelibrary.testkit;

import io.facelibrary.Call;
import io.facelibrary.FaceLibrary;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** A layer that records every call with its arguments and its result, and forwards it. */
public final class RecordingFaceLibrary extends ForwardingFaceLibrary {
  private static final Set<Operation> WITHOUT_RESULT =
      EnumSet.of(
          Operation.ADD_PERSON,
          Operation.UPDATE_PERSON,
          Operation.JOIN_GROUPS,
          Operation.LEAVE_GROUPS,
          Operation.BACKUP);

  private final List<Recorded> calls = new CopyOnWriteArrayList<>();

  private RecordingFaceLibrary(FaceLibrary delegate) {
    super(delegate);
  }

  /**
   * A call that has ended.
   *
   * @param operation the operation
   * @param arguments the arguments, in the order of the method's parameters
   * @param result the result; empty if the call failed, or if the method returns nothing
   * @param failure the exception; empty if the call succeeded
   */
  public record Recorded(
      Operation operation,
      List<Object> arguments,
      Optional<Object> result,
      Optional<RuntimeException> failure) {

    /** Checks and copies the fields. */
    public Recorded {
      // Not List.copyOf: a layer outside the guard also records arguments that are null.
      arguments = Collections.unmodifiableList(new ArrayList<>(arguments));
    }
  }

  /** Returns a layer without recorded calls. */
  public static RecordingFaceLibrary over(FaceLibrary library) {
    return new RecordingFaceLibrary(library);
  }

  /** Returns the calls that have ended, in the order of their ends. */
  public List<Recorded> calls() {
    return List.copyOf(calls);
  }

  /** Returns the calls of one operation that have ended, in the order of their ends. */
  public List<Recorded> calls(Operation operation) {
    return calls.stream().filter(call -> call.operation() == operation).toList();
  }

  @Override
  protected <T> T around(Call<T> call) {
    try {
      T result = call.proceed();
      Optional<Object> recorded =
          WITHOUT_RESULT.contains(call.operation()) ? Optional.empty() : Optional.of(result);
      calls.add(new Recorded(call.operation(), call.arguments(), recorded, Optional.empty()));
      return result;
    } catch (RuntimeException e) {
      calls.add(new Recorded(call.operation(), call.arguments(), Optional.empty(), Optional.of(e)));
      throw e;
    }
  }
}
