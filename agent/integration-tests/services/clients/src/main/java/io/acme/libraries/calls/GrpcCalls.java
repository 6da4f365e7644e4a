package io.acme.libraries.calls;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;

/** gRPC, with strings for messages. */
final class GrpcCalls implements CallSubject {
  private static final MethodDescriptor<String, String> FIND = method("shop.Stock/Find");
  private static final MethodDescriptor<String, String> FAIL = method("shop.Stock/Fail");

  private final ManagedChannel channel;

  GrpcCalls(String url) throws IOException {
    Server server =
        NettyServerBuilder.forPort(0)
            .addService(
                ServerServiceDefinition.builder("shop.Stock")
                    .addMethod(FIND, ServerCalls.asyncUnaryCall(GrpcCalls::echo))
                    .addMethod(FAIL, ServerCalls.asyncUnaryCall(GrpcCalls::refuse))
                    .build())
            .build()
            .start();
    channel = NettyChannelBuilder.forAddress("localhost", server.getPort()).usePlaintext().build();
  }

  private static MethodDescriptor<String, String> method(String name) {
    return MethodDescriptor.<String, String>newBuilder()
        .setType(MethodDescriptor.MethodType.UNARY)
        .setFullMethodName(name)
        .setRequestMarshaller(new Text())
        .setResponseMarshaller(new Text())
        .build();
  }

  private static void echo(String request, StreamObserver<String> response) {
    response.onNext(request);
    response.onCompleted();
  }

  private static void refuse(String request, StreamObserver<String> response) {
    response.onError(Status.NOT_FOUND.asException());
  }

  @Override
  public void call(String id) {
    ClientCalls.blockingUnaryCall(channel, FIND, CallOptions.DEFAULT, "canary-" + id);
  }

  @Override
  public void fail() {
    ClientCalls.blockingUnaryCall(channel, FAIL, CallOptions.DEFAULT, "canary");
  }

  @Override
  public void together(List<String> ids) throws Exception {
    List<Future<String>> calls = new ArrayList<>();
    for (String id : ids) {
      calls.add(ClientCalls.futureUnaryCall(channel.newCall(FIND, CallOptions.DEFAULT), id));
    }
    for (Future<String> call : calls) {
      call.get();
    }
  }

  private static final class Text implements MethodDescriptor.Marshaller<String> {
    @Override
    public InputStream stream(String value) {
      return new ByteArrayInputStream(value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String parse(InputStream stream) {
      try {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
  }
}
