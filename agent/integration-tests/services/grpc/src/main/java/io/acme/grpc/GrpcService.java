package io.acme.grpc;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.acme.shop.Scenarios;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** A gRPC server with its client: {@code GET /METHOD/TEXT} calls a method with a text. */
public final class GrpcService {
  private static final Metadata.Key<String> QUERY_COUNT =
      Metadata.Key.of("x-query-count", Metadata.ASCII_STRING_MARSHALLER);

  private final ManagedChannel channel;

  private GrpcService(ManagedChannel channel) {
    this.channel = channel;
  }

  /** Prints {@code READY port} once it accepts requests. */
  public static void main(String[] args) throws Exception {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    Server server =
        NettyServerBuilder.forAddress(address)
            .addService(Orders.bind(Scenarios.open()))
            .build()
            .start();
    var service =
        new GrpcService(
            NettyChannelBuilder.forAddress("127.0.0.1", server.getPort()).usePlaintext().build());
    HttpServer http = HttpServer.create(address, 0);
    http.setExecutor(Executors.newFixedThreadPool(8));
    http.createContext("/", service::handle);
    http.start();
    System.out.println("READY " + http.getAddress().getPort());
  }

  private void handle(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getPath().split("/");
    byte[] reply = call(path[1], path[2]).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, reply.length);
    exchange.getResponseBody().write(reply);
    exchange.close();
  }

  /** The response's messages, and the number of queries in its headers. */
  private String call(String method, String text) {
    var headers = new AtomicReference<Metadata>();
    var reply = new StringBuilder();
    try {
      Iterator<String> messages =
          ClientCalls.blockingServerStreamingCall(
              io.grpc.ClientInterceptors.intercept(
                  channel,
                  MetadataUtils.newCaptureMetadataInterceptor(headers, new AtomicReference<>())),
              Orders.method(method),
              CallOptions.DEFAULT,
              text);
      messages.forEachRemaining(message -> reply.append(message).append(' '));
    } catch (StatusRuntimeException failed) {
      reply.append(failed.getStatus().getCode()).append(' ');
    }
    Metadata received = headers.get();
    return reply + (received == null ? "null" : received.get(QUERY_COUNT));
  }
}
