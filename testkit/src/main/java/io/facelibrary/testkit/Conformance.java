package io.facelibrary.testkit;

import io.facelibrary.Capabilities;
import io.facelibrary.testkit.TestOutcome.Status;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The results of the whole contract for one setup of a provider.
 *
 * @param setup the name of the setup and of the files of its report
 * @param title the description of the setup for people
 * @param contract the version of the contract that the provider promises
 * @param outcomes the outcome of every test, by its method name
 */
record Conformance(
    String setup,
    String title,
    String provider,
    int contract,
    boolean durable,
    Capabilities capabilities,
    Map<String, TestOutcome> outcomes) {

  TestOutcome outcome(Method test) {
    return outcomes.getOrDefault(test.getName(), TestOutcome.FAILED);
  }

  long count(Status status) {
    return outcomes.values().stream().filter(it -> it.status() == status).count();
  }

  /** Returns failed if a test failed, else held if a test ran, else skipped. */
  Status status(Contract.Sentence sentence) {
    Set<Status> statuses =
        sentence.tests().stream().map(it -> outcome(it).status()).collect(Collectors.toSet());
    if (statuses.contains(Status.FAILED)) {
      return Status.FAILED;
    }
    return statuses.contains(Status.HELD) ? Status.HELD : Status.SKIPPED;
  }

  /** Returns how many tests of a sentence have this status. */
  long count(Contract.Sentence sentence, Status status) {
    return sentence.tests().stream().filter(it -> outcome(it).status() == status).count();
  }

  /**
   * Returns the name of a setup: {@code EmbeddedEncoderContractTest} of the provider {@code
   * embedded} is "embedded-encoder", and {@code UnlimitedContractTest} of the provider {@code
   * inmemory} is "inmemory-unlimited".
   */
  static String setup(String provider, Class<?> testClass) {
    String name = testClass.getSimpleName().replaceFirst("(Contract)?(Test)?$", "");
    String prefix = provider.replace("-", "");
    String words =
        name.toLowerCase(Locale.ROOT).startsWith(prefix) ? name.substring(prefix.length()) : name;
    String suffix = words.replaceAll("(?<=.)(?=\\p{Lu})", "-").toLowerCase(Locale.ROOT);
    return suffix.isEmpty() ? provider : provider + "-" + suffix;
  }
}
