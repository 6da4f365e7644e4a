package io.rowcall.bench.peers;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Peer in the comparison: an agent, a JDBC wrapper, or none.
 *
 * @param coordinates group:artifact:version of an agent; null for a wrapper and for none
 * @param settings JVM arguments that disable exports, and features unrelated to queries and
 *     requests
 * @param wrapper the JDBC wrapper of the data source: {@code p6spy}, {@code proxy}, or empty
 */
record Peer(
    String name,
    @Nullable String coordinates,
    String license,
    List<String> settings,
    String wrapper) {

  static final String NONE = "none";
  static final String ROWCALL = "Rowcall";

  static List<Peer> all() {
    return List.of(
        new Peer(NONE, null, "", List.of(), ""),
        new Peer(ROWCALL, null, "", List.of(), ""),
        new Peer(
            "Glowroot",
            "org.glowroot:glowroot-agent:0.14.0-beta.2",
            "Apache-2.0",
            List.of("-Dglowroot.collector.address=http://127.0.0.1:1", "-Dglowroot.agent.id=bench"),
            ""),
        new Peer(
            "OpenTelemetry, jdbc and servlet only",
            "io.opentelemetry.javaagent:opentelemetry-javaagent:2.33.1",
            "Apache-2.0",
            openTelemetry(
                "-Dotel.instrumentation.common.default-enabled=false",
                "-Dotel.instrumentation.jdbc.enabled=true",
                "-Dotel.instrumentation.servlet.enabled=true",
                "-Dotel.instrumentation.tomcat.enabled=true"),
            ""),
        new Peer(
            "OpenTelemetry",
            "io.opentelemetry.javaagent:opentelemetry-javaagent:2.33.1",
            "Apache-2.0",
            openTelemetry(),
            ""),
        new Peer(
            "Elastic APM",
            "co.elastic.apm:elastic-apm-agent:1.55.1",
            "Apache-2.0",
            List.of(
                "-Delastic.apm.server_url=http://127.0.0.1:1",
                "-Delastic.apm.disable_send=true",
                "-Delastic.apm.cloud_provider=NONE",
                "-Delastic.apm.central_config=false",
                "-Delastic.apm.log_level=OFF"),
            ""),
        new Peer(
            "Datadog",
            "com.datadoghq:dd-java-agent:1.68.1",
            "Apache-2.0 or BSD-3-Clause",
            List.of(
                "-Ddd.trace.agent.url=http://127.0.0.1:1",
                "-Ddd.instrumentation.telemetry.enabled=false",
                "-Ddd.remote_config.enabled=false",
                "-Ddd.jmxfetch.enabled=false",
                "-Ddd.profiling.enabled=false",
                "-Ddd.trace.startup.logs=false"),
            ""),
        new Peer("p6spy 3.9.1", null, "Apache-2.0", List.of(), "p6spy"),
        new Peer("datasource-proxy 1.11.0", null, "MIT", List.of(), "proxy"));
  }

  private static List<String> openTelemetry(String... extra) {
    var settings =
        new java.util.ArrayList<>(
            List.of(
                "-Dotel.traces.exporter=none",
                "-Dotel.metrics.exporter=none",
                "-Dotel.logs.exporter=none",
                "-Dotel.javaagent.logging=none"));
    settings.addAll(List.of(extra));
    return settings;
  }

  boolean isWrapper() {
    return !wrapper.isEmpty();
  }

  /** The JVM arguments that attach it. */
  List<String> jvmArguments(@Nullable Path jar) {
    if (jar == null) {
      return settings;
    }
    var arguments = new java.util.ArrayList<String>();
    arguments.add("-javaagent:" + jar.toAbsolutePath());
    arguments.addAll(settings);
    return arguments;
  }
}
