package io.acme.grpc;

import io.acme.shop.Scenarios;
import io.grpc.MethodDescriptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Service with messages of plain text, written by hand. */
final class Orders {
  private static final String NAME = "io.acme.Orders";

  private Orders() {}

  static ServerServiceDefinition bind(Scenarios scenarios) {
    return ServerServiceDefinition.builder(NAME)
        .addMethod(
            method("Repeat"),
            ServerCalls.asyncServerStreamingCall(
                (n, reply) -> {
                  reply.onNext(scenarios.repeat("repeated", Integer.parseInt(n)).strip());
                  reply.onCompleted();
                }))
        .addMethod(
            method("Stream"),
            ServerCalls.asyncServerStreamingCall(
                (n, reply) -> {
                  for (int i = 0; i < Integer.parseInt(n); i++) {
                    reply.onNext(scenarios.repeat("part", 1).strip());
                  }
                  reply.onCompleted();
                }))
        .addMethod(
            method("Fail"), ServerCalls.asyncServerStreamingCall((n, reply) -> scenarios.fail()))
        .addMethod(
            method("Missing"), ServerCalls.asyncServerStreamingCall((n, reply) -> missing(reply)))
        .addMethod(
            method("Loop"),
            ServerCalls.asyncServerStreamingCall(
                (n, reply) -> {
                  scenarios.loop(Integer.parseInt(n));
                  reply.onNext("looped");
                  reply.onCompleted();
                }))
        .build();
  }

  private static void missing(StreamObserver<String> reply) {
    reply.onError(Status.NOT_FOUND.asRuntimeException());
  }

  static MethodDescriptor<String, String> method(String name) {
    return MethodDescriptor.<String, String>newBuilder()
        .setType(MethodDescriptor.MethodType.SERVER_STREAMING)
        .setFullMethodName(MethodDescriptor.generateFullMethodName(NAME, name))
        .setRequestMarshaller(new Text())
        .setResponseMarshaller(new Text())
        .build();
  }

  private static final class Text implements MethodDescriptor.Marshaller<String> {
    @Override
    public InputStream stream(String text) {
      return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String parse(InputStream bytes) {
      try {
        return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
