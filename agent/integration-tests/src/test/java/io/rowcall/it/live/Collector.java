package io.rowcall.it.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.Message;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Receiver of OTLP/HTTP that reads requests with the protocol's own generated classes, strictly.
 */
final class Collector implements AutoCloseable {
  final List<ExportMetricsServiceRequest> metrics = new CopyOnWriteArrayList<>();
  final List<ExportTraceServiceRequest> traces = new CopyOnWriteArrayList<>();
  final List<Throwable> failures = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  Collector() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v1/metrics", this::receiveMetrics);
    server.createContext("/v1/traces", this::receiveTraces);
    server.start();
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void receiveMetrics(HttpExchange exchange) throws IOException {
    var request = ExportMetricsServiceRequest.newBuilder();
    if (read(exchange, request)) {
      metrics.add(request.build());
    }
  }

  private void receiveTraces(HttpExchange exchange) throws IOException {
    var request = ExportTraceServiceRequest.newBuilder();
    if (read(exchange, request)) {
      traces.add(request.build());
    }
  }

  private boolean read(HttpExchange exchange, Message.Builder request) throws IOException {
    boolean read = false;
    try {
      var text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      JsonNode json = new ObjectMapper().readTree(text);
      ProtobufJson.merge(json, request);
      read = exchange.getRequestHeaders().getFirst("Content-Type").equals("application/json");
    } catch (IOException | RuntimeException e) {
      failures.add(e);
    }
    byte[] answer = "{}".getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(read ? 200 : 400, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
    return read;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
