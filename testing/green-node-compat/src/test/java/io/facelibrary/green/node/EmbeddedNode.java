package io.facelibrary.green.node;

import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.NodeRuntime;
import com.caoccao.javet.interop.V8Host;
import com.caoccao.javet.node.modules.NodeModuleModule;
import java.nio.file.Path;

/** Node.js in this process, from a library on the class path instead of an installed program. */
final class EmbeddedNode implements AutoCloseable {
  private final NodeRuntime runtime;

  /** Starts Node.js. Scripts load packages from this folder and its parents. */
  EmbeddedNode(Path folder) throws JavetException {
    runtime = V8Host.getNodeInstance().createV8Runtime();
    runtime.getNodeModule(NodeModuleModule.class).setRequireRootDirectory(folder.toFile());
  }

  /**
   * Runs a script that creates a promise, and returns the fulfilled value as text.
   *
   * @throws IllegalStateException with the stack trace of the script if the promise is rejected
   */
  String await(String promise) throws JavetException {
    runtime
        .getExecutor(
            """
            globalThis.outcome = undefined;
            Promise.resolve(%s).then(
                value => { globalThis.outcome = ['value', String(value)]; },
                error => { globalThis.outcome = ['error', String(error && error.stack || error)]; });
            """
                .formatted(promise))
        .executeVoid();
    runtime.await();
    String kind = runtime.getExecutor("(globalThis.outcome || ['nothing'])[0]").executeString();
    if (!kind.equals("value")) {
      throw new IllegalStateException(
          kind + ": " + runtime.getExecutor("String(globalThis.outcome)").executeString());
    }
    return runtime.getExecutor("globalThis.outcome[1]").executeString();
  }

  String version() throws JavetException {
    return runtime.getExecutor("process.version").executeString();
  }

  @Override
  public void close() throws JavetException {
    runtime.close();
  }
}
