package io.rowcall.core.export;

import io.rowcall.core.config.Config;
import io.rowcall.core.config.Setting;
import io.rowcall.core.jmx.TotalsBean;
import io.rowcall.core.live.LiveServer;
import io.rowcall.core.otlp.OtlpExporter;
import io.rowcall.core.record.RecordingEngine;
import java.io.IOException;
import javax.management.JMException;
import org.jspecify.annotations.Nullable;

/**
 * What others learn of the running JVM, if asked for: over HTTP with {@code live.port}, as an MBean
 * with {@code jmx}, and by a collector with {@code otlp.endpoint}. Whatever keeps it from starting
 * is one line of the log, and the application goes on.
 */
final class LiveView {
  private final Config config;
  private final AgentLog log;
  private final boolean serves;
  private final boolean registers;
  private final String collector;
  private @Nullable CurrentReport report;

  LiveView(Config config, AgentLog log) {
    this.config = config;
    this.log = log;
    serves = !config.text(Setting.LIVE_PORT).isEmpty();
    registers = config.is(Setting.JMX);
    collector = config.text(Setting.OTLP_ENDPOINT);
  }

  /** Starts what was asked for, once. Called by the agent's thread, a daemon. */
  void start(RecordingEngine engine, Exporter exporter) {
    if ((serves || registers || !collector.isEmpty()) && report == null) {
      CurrentReport current = new CurrentReport(engine, exporter, log);
      report = current;
      if (serves) {
        serve(current);
      }
      if (registers) {
        register(current);
      }
      if (!collector.isEmpty()) {
        OtlpExporter.start(
            collector,
            config.is(Setting.OTLP_SPANS),
            config.nanos(Setting.REPORT_INTERVAL) / 1_000_000,
            JvmProcess.startMillis(),
            current);
      }
    }
  }

  private void serve(CurrentReport current) {
    try {
      String url = LiveServer.start(config, current);
      if (!config.is(Setting.QUIET)) {
        log.onLive(url);
      }
    } catch (IOException | RuntimeException notStarted) {
      log.cannotServe(String.valueOf(notStarted.getMessage()));
    } catch (LinkageError missing) {
      log.cannotServe("this Java runtime has no module jdk.httpserver");
    }
  }

  private void register(CurrentReport current) {
    try {
      TotalsBean.register(current);
    } catch (JMException | RuntimeException notRegistered) {
      log.cannotRegister(String.valueOf(notRegistered));
    } catch (LinkageError missing) {
      log.cannotRegister("this Java runtime has no module java.management");
    }
  }
}
