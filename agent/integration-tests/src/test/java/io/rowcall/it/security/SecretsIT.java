package io.rowcall.it.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.rowcall.it.support.Await;
import io.rowcall.it.support.Jdks;
import io.rowcall.it.support.Promise;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import io.rowcall.it.support.Shows;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A canary in everything that an application handles, and none in anything that Rowcall writes,
 * serves or sends.
 */
@Tag("compat")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SecretsIT {
  /** Reads like a key, and is an identifier and a password in every database. */
  private static final String CANARY = "Canary51H8xQzT0pLw9vK2";

  private static final Path COMMANDS =
      ServiceCommand.AGENT_JAR.resolve("../../../../reports/cli/target/rowcall.jar").normalize();
  private static final List<String> FORMATS =
      List.of(
          "github",
          "github-summary",
          "gitlab",
          "jenkins",
          "json",
          "junit",
          "sarif",
          "teamcity",
          "text");

  /** Everything that came out, by where. */
  private final Map<String, String> outputs = new TreeMap<>();

  private final Map<String, String> sent = new ConcurrentHashMap<>();
  private Report report = new Report(com.fasterxml.jackson.databind.node.NullNode.getInstance());
  private final List<String> modes = new ArrayList<>();
  private List<String> skipped = List.of();

  @BeforeAll
  void plant(@TempDir Path folder) throws Exception {
    HttpServer collector = collector();
    Path flight = folder.resolve("flight.jfr");
    ServiceCommand command =
        ServiceCommand.of("jdk", folder)
            .with("log.requests", "requests.log")
            .with("log.slow-queries", "slow.log")
            .with("log.level", "debug")
            .with("slow-query", "1ms")
            .with("slow-request", "1ms")
            .with("live.port", "0")
            .with("live.token", CANARY)
            .with("otlp.endpoint", "http://127.0.0.1:" + collector.getAddress().getPort())
            .with("otlp.spans", "true")
            .with("jmx", "true")
            .jvmArg("-XX:StartFlightRecording=filename=" + flight + ",settings=default")
            .program("-cp", classPath(), SecretsProgram.class.getName(), CANARY);
    try (ServiceProcess service = command.start()) {
      for (int i = 0; i < 6; i++) {
        request(service, "/orders/" + CANARY + "/items");
      }
      request(service, "/fail/" + CANARY);
      Await.until(
          () -> sent.size() > 1, Duration.ofMinutes(1), () -> "nothing sent" + service.output());
      serve(service);
      service.exit();
      skipped = service.stdout().stream().filter(line -> line.startsWith("SKIPPED")).toList();
      outputs.put("stderr", String.join("\n", service.agentLines()));
    } finally {
      collector.stop(0);
    }
    outputs.putAll(sent);
    read(folder);
    readFlight(flight);
    runCommands(folder);
    report = Report.in(folder);
  }

  private HttpServer collector() throws IOException {
    HttpServer collector =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          sent.merge("otlp" + exchange.getRequestURI(), body, String::concat);
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    collector.start();
    return collector;
  }

  private static void request(ServiceProcess service, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://127.0.0.1:" + service.port() + path + "?key=" + CANARY + "&" + CANARY))
            .header("Authorization", "Bearer " + CANARY)
            .header("Cookie", "session=" + CANARY)
            .header("X-Request-Id", CANARY)
            .header("traceparent", "00-" + CANARY + "-1-01")
            .header("tracestate", CANARY)
            .POST(HttpRequest.BodyPublishers.ofString(CANARY))
            .build();
    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
  }

  private void serve(ServiceProcess service) throws Exception {
    String line =
        service.stderr().stream().filter(each -> each.contains("live view at")).findFirst().get();
    String url = line.substring(line.indexOf("http"));
    for (String path : List.of("", "report.json", "metrics")) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(url.replaceAll("\\?.*", "") + path))
              .header("Authorization", "Bearer " + CANARY)
              .header("Accept", "application/openmetrics-text")
              .build();
      HttpResponse<String> response =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
      assertEquals(200, response.statusCode(), path);
      outputs.put("live/" + path, response.headers() + response.body());
    }
  }

  private void read(Path folder) throws IOException {
    read("requests.log", folder.resolve("requests.log"));
    read("slow.log", folder.resolve("slow.log"));
    for (Path file : Report.files(folder.resolve("rowcall-reports"))) {
      read("report", file);
    }
  }

  private void read(String name, Path file) throws IOException {
    outputs.put(name, file + "\n" + Files.readString(file));
    modes.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  private void readFlight(Path flight) throws IOException {
    var events = new StringBuilder();
    for (var event : RecordingFile.readAllEvents(flight)) {
      if (event.getEventType().getName().startsWith("rowcall.")) {
        events.append(event);
      }
    }
    outputs.put("flight recorder", events.toString());
  }

  private void runCommands(Path folder) throws Exception {
    String reports = folder.resolve("rowcall-reports").toString();
    run(folder, "show", "show", reports);
    run(folder, "show --full", "show", "--full", reports);
    run(folder, "html", "html", "--out", folder.resolve("page.html").toString(), reports);
    outputs.put("html", readable(Files.readString(folder.resolve("page.html"))));
    run(folder, "merge", "merge", reports);
    run(folder, "budget", "budget", reports);
    List<String> gate = new ArrayList<>(List.of("gate"));
    for (String format : FORMATS) {
      gate.addAll(List.of("--output", format + "=" + folder.resolve(format)));
    }
    gate.add(reports);
    run(folder, "gate", gate.toArray(new String[0]));
    for (String format : FORMATS) {
      outputs.put("gate " + format, Files.readString(folder.resolve(format)));
    }
  }

  /** With the data of a page, which is compressed. */
  private static String readable(String page) throws IOException {
    var text = new StringBuilder(page);
    var data = Pattern.compile("application/gzip[^>]*>([^<]+)<").matcher(page);
    while (data.find()) {
      byte[] compressed = Base64.getDecoder().decode(data.group(1));
      try (var in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
        text.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return text.toString();
  }

  private void run(Path folder, String name, String... arguments) throws Exception {
    var command = new ArrayList<String>();
    command.add(Jdks.current().resolve("bin/java").toString());
    command.addAll(List.of("-jar", COMMANDS.toString()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    outputs.put(name, new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    assertTrue(process.waitFor() < 2, () -> outputs.get(name));
  }

  private static String classPath() {
    String classes =
        SecretsProgram.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    return Stream.of("drivers", "wrappers")
        .map(service -> ServiceCommand.SERVICES.resolve(service + "/target/lib") + "/*")
        .reduce(classes, (a, b) -> a + File.pathSeparator + b);
  }

  @Test
  @Shows(Promise.NO_SECRETS)
  void noOutputHasTheSecret() {
    var leaks = new ArrayList<String>();
    outputs.forEach(
        (name, text) -> {
          String lower = text.toLowerCase(Locale.ROOT);
          for (int at = lower.indexOf("canary"); at >= 0; at = lower.indexOf("canary", at + 1)) {
            if (leaks.size() < 20) {
              leaks.add(
                  name
                      + ": "
                      + text.substring(Math.max(0, at - 80), Math.min(text.length(), at + 40)));
            }
          }
        });
    assertEquals(List.of(), leaks);
  }

  /** Or the search would prove nothing. */
  @Test
  void everyOutputShowsWhatWasExecuted() {
    assertEquals(25, outputs.size(), outputs.keySet()::toString);
    assertEquals(List.of(), skipped);
    for (String name :
        List.of("report", "requests.log", "live/report.json", "live/metrics", "show", "html")) {
      assertTrue(
          String.valueOf(outputs.get(name)).contains("/orders/{id}/items"),
          () -> "no endpoint in " + name);
    }
    for (String name : List.of("report", "slow.log", "flight recorder", "show --full")) {
      assertTrue(String.valueOf(outputs.get(name)).contains("SELECT"), () -> "no SQL in " + name);
    }
    assertTrue(report.json().path("statements").size() > 40, report::totals);
    assertTrue(report.total("executionErrors") > 300, report::totals);
    assertEquals(0, report.total("suppressedErrors"), report::totals);
  }

  @Test
  @Shows(Promise.OWNER_ONLY)
  void onlyTheOwnerReadsTheFiles() {
    assertTrue(modes.size() >= 3, modes::toString);
    assertEquals(List.of("rw-------"), modes.stream().distinct().toList());
  }
}
