package io.facelibrary.green.app;

import io.facelibrary.green.ServedRequest;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Counts and times requests by operation and code, for Prometheus. */
final class PrometheusMetrics implements Consumer<ServedRequest> {
  private static final String NAME = "green.requests";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  // What the JVM tells of itself costs a third of the start, and is read when somebody asks.
  private final AtomicBoolean tellsOfJvm = new AtomicBoolean();

  @Override
  public void accept(ServedRequest request) {
    Timer.builder(NAME)
        .description("Requests that were answered")
        .tag("operation", request.operation().isEmpty() ? "none" : request.operation())
        .tag("code", request.code())
        .publishPercentileHistogram()
        .register(registry)
        .record(request.time());
  }

  String page() {
    if (tellsOfJvm.compareAndSet(false, true)) {
      new JvmMemoryMetrics().bindTo(registry);
      new JvmThreadMetrics().bindTo(registry);
    }
    return registry.scrape();
  }
}
