package io.facelibrary.green.app;

import io.facelibrary.green.RequestEvent;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Counts and times requests by operation and code, for Prometheus. */
final class PrometheusMetrics implements Consumer<RequestEvent> {
  private static final String NAME = "green.requests";

  private record Kind(String operation, String code) {}

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  // A cache: looking a timer up in the registry builds its name and tags on every request.
  private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();
  private boolean platformMetricsBound;

  @Override
  public void accept(RequestEvent request) {
    timers
        .computeIfAbsent(new Kind(request.operation(), request.code()), this::timer)
        .record(request.time());
  }

  private Timer timer(Kind kind) {
    return Timer.builder(NAME)
        .description("Served requests")
        .tag("operation", kind.operation().isEmpty() ? "none" : kind.operation())
        .tag("code", kind.code())
        .publishPercentileHistogram()
        .register(registry);
  }

  synchronized String page() {
    // On first use, because loading the management classes of the platform delays the start.
    if (!platformMetricsBound) {
      new JvmMemoryMetrics().bindTo(registry);
      new JvmThreadMetrics().bindTo(registry);
      platformMetricsBound = true;
    }
    return registry.scrape();
  }
}
