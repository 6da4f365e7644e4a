package io.rowcall.bench.peers;

import io.rowcall.bench.trial.Wrapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All peers, each the way its users run it: every instrumentation at its default, no exporter. An
 * agent with two ordinary modes is there twice.
 */
final class Peers {
  static final Peer NONE = Peer.own("none", "none");

  /** What the JVM itself charges for an agent, such as temporaries that it no longer removes. */
  static final Peer EMPTY = Peer.own("empty", "an agent that does nothing");

  static final Peer ROWCALL = Peer.own("rowcall", "Rowcall");

  private static final String RECORDING =
      "-XX:StartFlightRecording=settings=default,filename={dir}/recording.jfr";

  /** The JVM with a recording of Flight Recorder: what {@link #RECORDED} is measured against. */
  static final Peer RECORDING_ONLY =
      Peer.own("jfr-none", "a recording of Flight Recorder", RECORDING);

  /** Rowcall while a recording runs, which receives its events. */
  static final Peer RECORDED = Peer.own("jfr-rowcall", "Rowcall and a recording", RECORDING);

  private static final String APACHE = "Apache-2.0";
  private static final Artifact GLOWROOT =
      new Artifact("org.glowroot:glowroot-agent:0.14.0-beta.2:zip:dist", "glowroot/glowroot.jar");
  private static final Artifact OPEN_TELEMETRY =
      Artifact.jar("io.opentelemetry.javaagent:opentelemetry-javaagent:2.33.1");
  private static final String[] OPEN_TELEMETRY_SETTINGS = {
    "-Dotel.traces.exporter=none",
    "-Dotel.metrics.exporter=none",
    "-Dotel.logs.exporter=none",
    "-Dotel.javaagent.logging=none"
  };

  private Peers() {}

  /** Peers that are measured only if they are asked for. */
  static List<Peer> onRequest() {
    return List.of(RECORDING_ONLY, RECORDED);
  }

  static List<Peer> all() {
    return List.of(
        NONE,
        EMPTY,
        ROWCALL,
        // As from its distribution: it stores and serves its data itself.
        Peer.agent(
                "glowroot",
                "Glowroot",
                APACHE,
                GLOWROOT,
                "-Dglowroot.conf.dir={dir}",
                "-Dglowroot.data.dir={dir}/data",
                "-Dglowroot.log.dir={dir}/logs",
                "-Dglowroot.tmp.dir={dir}/tmp")
            .with("admin.json", "{\"web\": {\"port\": {port}, \"bindAddress\": \"127.0.0.1\"}}"),
        // Nothing listens at the address.
        Peer.agent(
            "glowroot-central",
            "Glowroot, reporting to a collector",
            APACHE,
            GLOWROOT,
            "-Dglowroot.collector.address=http://127.0.0.1:1",
            "-Dglowroot.agent.id=bench",
            "-Dglowroot.conf.dir={dir}",
            "-Dglowroot.log.dir={dir}/logs",
            "-Dglowroot.tmp.dir={dir}/tmp"),
        Peer.agent(
            "otel-jdbc",
            "OpenTelemetry, jdbc and servlet only",
            APACHE,
            OPEN_TELEMETRY,
            openTelemetry(
                "-Dotel.instrumentation.common.default-enabled=false",
                "-Dotel.instrumentation.jdbc.enabled=true",
                "-Dotel.instrumentation.servlet.enabled=true",
                "-Dotel.instrumentation.tomcat.enabled=true")),
        Peer.agent("otel", "OpenTelemetry", APACHE, OPEN_TELEMETRY, OPEN_TELEMETRY_SETTINGS),
        Peer.agent(
            "elastic",
            "Elastic APM",
            APACHE,
            Artifact.jar("co.elastic.apm:elastic-apm-agent:1.55.1"),
            "-Delastic.apm.server_url=http://127.0.0.1:1",
            "-Delastic.apm.disable_send=true",
            "-Delastic.apm.cloud_provider=NONE",
            "-Delastic.apm.central_config=false",
            "-Delastic.apm.log_level=OFF"),
        Peer.agent(
            "datadog",
            "Datadog",
            "Apache-2.0 or BSD-3-Clause",
            Artifact.jar("com.datadoghq:dd-java-agent:1.68.1"),
            "-Ddd.trace.agent.url=http://127.0.0.1:1",
            "-Ddd.instrumentation.telemetry.enabled=false",
            "-Ddd.remote_config.enabled=false",
            "-Ddd.jmxfetch.enabled=false",
            "-Ddd.profiling.enabled=false",
            "-Ddd.trace.startup.logs=false"),
        Peer.wrapper("p6spy", "p6spy 3.9.1", APACHE, Wrapper.P6SPY),
        // The floor of a wrapper: what it proxies, without a listener or a log.
        Peer.wrapper(
            "p6spy-silent",
            "p6spy 3.9.1, recording nothing",
            APACHE,
            Wrapper.P6SPY,
            "-Dp6spy.config.modulelist=com.p6spy.engine.spy.P6SpyFactory"),
        Peer.wrapper("proxy", "datasource-proxy 1.11.0", "MIT", Wrapper.DATASOURCE_PROXY));
  }

  private static String[] openTelemetry(String... more) {
    var settings = new ArrayList<>(List.of(OPEN_TELEMETRY_SETTINGS));
    settings.addAll(Arrays.asList(more));
    return settings.toArray(String[]::new);
  }
}
