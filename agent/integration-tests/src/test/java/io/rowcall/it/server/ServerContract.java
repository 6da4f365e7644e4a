package io.rowcall.it.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import io.rowcall.it.support.Await;
import io.rowcall.it.support.CallSites;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import io.rowcall.it.support.ServiceResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Contract of servers without servlets, whose requests own no thread. Each subclass sends the same
 * requests to its server, attached; the tests check the responses and the report.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ServerContract {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final int CLIENTS = 6;
  private static final int REQUESTS_PER_CLIENT = 20;
  private static final int CHUNKS = 5;

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String OTHER_TRACE = "0af7651916cd43dd8448eb211c80319c";

  /** Executions of the schema, before the first request. */
  private static final int SCHEMA = 8;

  private final List<RawClient.Response> pipelined = new ArrayList<>();
  private final List<ServiceResponse> concurrent = new ArrayList<>();
  private final List<JsonNode> requestLines = new ArrayList<>();
  private ServiceResponse direct;
  private ServiceResponse worker;
  private ServiceResponse failed;
  private ServiceResponse missing;
  private ServiceResponse streamed;
  private RawClient.Response posted;
  private Report report = new Report(NullNode.getInstance());
  private List<String> agentLines = List.of();

  /** The command of the service, in the working directory {@code folder}. */
  protected abstract ServiceCommand command(Path folder);

  /** The server, for the table of servers. */
  public abstract Server server();

  /** The template of a route, as the server writes it: {@code /named/{name}} by default. */
  protected String template(String route) {
    return route;
  }

  @BeforeAll
  public void drive(@TempDir Path folder) throws Exception {
    Path log = folder.resolve("requests.log");
    ServiceCommand command =
        command(folder)
            .with("slow-query", "1m")
            .with("slow-request", "1m")
            .with("log.requests", log);
    try (ServiceProcess service = command.start()) {
      direct = service.get("/direct/alice");
      worker = service.getWith("traceparent", traceparent(TRACE), "/repeat/bob/3");
      service.get("/named/carol");
      service.get("/loop/25");
      failed = service.get("/error");
      missing = service.get("/nowhere");
      streamed = service.get("/stream");
      service.get("/late");
      Await.until(() -> requests(folder, "/late") == 1, TIMEOUT, service::output);
      service.get("/release");
      Await.until(() -> Report.in(folder).total("lateExecutions") == 1, TIMEOUT, service::output);
      try (RawClient client = new RawClient(service.port())) {
        post(client);
        pipeline(client);
      }
      crowd(service);
      cancel(service);
      Await.until(() -> requests(folder, "/endless") == 1, TIMEOUT, service::output);
      service.terminate();
      agentLines = service.agentLines();
    }
    report = Report.in(folder);
    for (String line : Files.readAllLines(log)) {
      requestLines.add(new ObjectMapper().readTree(line));
    }
  }

  private static String traceparent(String traceId) {
    return "00-" + traceId + "-00f067aa0ba902b7-01";
  }

  private static long requests(Path folder, String route) {
    if (Report.files(folder.resolve("rowcall-reports")).size() != 1) {
      return -1;
    }
    Report report = Report.in(folder);
    return report.hasEndpoint(route) ? report.endpoint(route).path("requests").asLong() : 0;
  }

  /** A body in two pieces, each of which reaches the server on its own. */
  private void post(RawClient client) throws IOException {
    client.send("POST /body HTTP/1.1\r\nHost: shop.example\r\nContent-Type: text/plain\r\n");
    client.send("Content-Length: 10\r\n\r\nhello");
    client.send("world");
    posted = client.read();
  }

  /** Four requests at once, which the server may answer one by one only. */
  private void pipeline(RawClient client) throws IOException {
    client.send(
        RawClient.get("/repeat/first/4")
            + RawClient.get("/repeat/second/2", "traceparent: " + traceparent(OTHER_TRACE))
            + RawClient.get("/direct/third")
            + RawClient.get("/repeat/fourth/3"));
    for (int i = 0; i < 4; i++) {
      pipelined.add(client.read());
    }
  }

  private void crowd(ServiceProcess service) throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      var calls = new ArrayList<Callable<ServiceResponse>>();
      for (int i = 0; i < CLIENTS * REQUESTS_PER_CLIENT; i++) {
        String path = "/repeat/crowd/" + (1 + i % CLIENTS);
        calls.add(() -> service.get(path));
      }
      for (Future<ServiceResponse> response : clients.invokeAll(calls)) {
        concurrent.add(response.get());
      }
    } finally {
      clients.shutdownNow();
    }
  }

  /** Closes the connection in the middle of a response that would never end. */
  private void cancel(ServiceProcess service) throws IOException {
    try (RawClient client = new RawClient(service.port())) {
      client.send(RawClient.get("/endless"));
      client.skip(CHUNKS * 128 * 1024);
    }
  }

  @Test
  public void countsTheHandlersOwnThread() {
    assertEquals("alice\n", direct.text());
    assertEquals("1", direct.header("X-Query-Count"));
    assertExecutions("/direct", 2, 2);
  }

  @Test
  public void countsAWorkersThread() {
    assertEquals("bob\n", worker.text());
    assertEquals("3", worker.header("X-Query-Count"));
    assertTrue(worker.header("X-Response-Time-Ms").matches("\\d+"), worker::toString);
    assertTrue(worker.header("Server-Timing").contains("3 queries"), worker::toString);
  }

  @Test
  public void countsThePartsOfABody() {
    assertEquals("helloworld\n", posted.body());
    assertEquals("2", posted.queryCount());
    assertExecutions("POST /body", 1, 2);
  }

  @Test
  public void countsAStreamingBody() {
    assertEquals(CHUNKS * 128 * 1024, streamed.body().length);
    assertExecutions("/stream", 1, CHUNKS);
  }

  @Test
  public void namesEndpointsAfterTheRoute() {
    List<String> names = report.endpointNames();
    if (server().routes()) {
      assertTrue(names.contains("GET " + template("/named/{name}")), names::toString);
    }
    assertFalse(report.json().toString().contains("carol") && server().routes(), names::toString);
  }

  @Test
  public void recordsErrors() {
    assertEquals(500, failed.status());
    JsonNode endpoint = assertExecutions("/error", 1, 1);
    assertEquals(1, endpoint.path("errors").asInt(), endpoint::toString);
  }

  @Test
  public void recordsARequestWithoutARoute() {
    assertEquals(404, missing.status());
    JsonNode endpoint = assertExecutions("/nowhere", 1, 0);
    assertEquals(0, endpoint.path("errors").asInt(), endpoint::toString);
  }

  @Test
  public void countsLateWorkSeparately() {
    JsonNode endpoint = assertExecutions("/late", 1, 0);
    assertEquals(1, endpoint.path("lateExecutions").asInt(), endpoint::toString);
  }

  @Test
  public void endsACanceledRequest() {
    JsonNode endpoint = report.endpoint("/endless");
    assertEquals(1, endpoint.path("requests").asInt(), endpoint::toString);
    assertEquals(0, endpoint.path("errors").asInt(), endpoint::toString);
    assertTrue(endpoint.at("/executions/total").asInt() >= CHUNKS, endpoint::toString);
  }

  @Test
  public void reportsALoopOfQueriesAtItsLine() {
    JsonNode finding = report.onlyFinding("/loop", "n+1-select");
    CallSites.assertAt(CallSites.SHOP, "loop", finding.path("callSite"));
    assertEquals(25, finding.at("/repeats/max").asInt(), finding::toString);
    assertExecutions("/loop", 1, 26);
  }

  @Test
  public void keepsPipelinedRequestsApart() {
    assertEquals(
        List.of("first\n", "second\n", "third\n", "fourth\n"),
        pipelined.stream().map(RawClient.Response::body).toList());
    assertEquals(
        List.of("4", "2", "1", "3"),
        pipelined.stream().map(RawClient.Response::queryCount).toList());
  }

  @Test
  public void followsTheTraceOfTheCaller() {
    List<JsonNode> traced = requestLines.stream().filter(line -> line.has("traceId")).toList();
    assertEquals(
        List.of(TRACE, OTHER_TRACE),
        traced.stream().map(line -> line.path("traceId").asText()).toList());
    assertEquals(
        List.of(3, 2), traced.stream().map(line -> line.path("queryCount").asInt()).toList());
  }

  @Test
  public void keepsConcurrentRequestsApart() {
    int expected = 0;
    for (ServiceResponse response : concurrent) {
      String n = response.path().substring(response.path().lastIndexOf('/') + 1);
      assertEquals(n, response.header("X-Query-Count"), response::toString);
      expected += Integer.parseInt(n);
    }
    assertExecutions("/repeat", concurrent.size() + 4, expected + 3 + 4 + 2 + 3);
  }

  @Test
  public void leavesNothingUnattributed() {
    assertEquals(SCHEMA, report.total("unattributedExecutions"), report::totals);
    assertEquals(0, report.total("suppressedErrors"), report::totals);
    assertEquals(List.of(), agentLines);
  }

  /** Checks that each run of a job has counted what it executes. */
  protected final void assertExecutionsPerRun(int executions, String job) {
    JsonNode endpoint = report.endpoint("JOB " + job);
    int runs = endpoint.path("requests").asInt();
    assertTrue(runs > 0, endpoint::toString);
    assertEquals(runs * executions, endpoint.at("/executions/total").asInt(), endpoint::toString);
  }

  /**
   * Sums up the endpoints of a route: one of its template, or several of its paths.
   *
   * @return one of them
   */
  private JsonNode assertExecutions(String route, int requests, int executions) {
    List<JsonNode> endpoints =
        report
            .elements("endpoints")
            .filter(endpoint -> isBelow(route, endpoint.path("name").asText()))
            .toList();
    assertEquals(requests, sum(endpoints, "/requests"), endpoints::toString);
    assertEquals(executions, sum(endpoints, "/executions/total"), endpoints::toString);
    return endpoints.get(0);
  }

  private static boolean isBelow(String route, String endpoint) {
    String name = route.startsWith("/") ? endpoint.replaceFirst("^\\S+ ", "") : endpoint;
    return name.equals(route) || name.startsWith(route + "/");
  }

  private static int sum(List<JsonNode> endpoints, String figure) {
    return endpoints.stream().mapToInt(endpoint -> endpoint.at(figure).asInt()).sum();
  }
}
