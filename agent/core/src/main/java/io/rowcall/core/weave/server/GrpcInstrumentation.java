package io.rowcall.core.weave.server;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.rowcall.boot.RouteHooks;
import io.rowcall.boot.ServerHooks;
import io.rowcall.boot.TraceHooks;
import io.rowcall.boot.context.ResponseFigures;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.state.ExchangeHolder;
import io.rowcall.core.library.Library;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Counts calls of gRPC-Java (1.41 and newer) on any transport: a call begins with its stream, and
 * ends when the transport has closed that. Callbacks of the transport enter it; the call's own
 * executor carries it on.
 */
public final class GrpcInstrumentation implements Instrumentation {

  /** Starts the agent. */
  public static final String SERVER = "io/grpc/internal/ServerImpl";

  private static final String TRANSPORT = "io/grpc/internal/ServerImpl$ServerTransportListenerImpl";
  private static final String STREAM =
      "io/grpc/internal/ServerImpl$JumpToApplicationThreadServerStreamListener";
  private static final String CALL = "io/grpc/internal/ServerCallImpl";

  @Override
  public Library library() {
    return Library.framework("io.grpc.");
  }

  @Override
  public Candidates candidates() {
    return Candidates.named(TRANSPORT, STREAM, CALL);
  }

  @Override
  public void weave(Weaver type) {
    type.in(TRANSPORT).advise(named("streamCreated").and(takesArguments(3)), Begin.class);
    type.in(STREAM)
        .addState(ExchangeHolder.class)
        .adviseConstructors(Hold.class)
        .advise(namedOneOf("messagesAvailable", "halfClosed", "onReady"), Callback.class)
        .advise(named("internalClose").and(takesArguments(Throwable.class)), Fail.class)
        .advise(named("closed").and(isPublic()), End.class);
    type.in(CALL)
        .addState(ExchangeHolder.class)
        .adviseConstructors(Match.class)
        .advise(named("sendHeaders").and(takesArguments(1)), Commit.class)
        .advise(named("close").and(takesArguments(2)), Close.class);
  }

  /** A method that the server does not have is a text of the client's. */
  static final class Begin {
    private Begin() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Request enter(
        @Advice.Argument(1) @Nullable String method, @Advice.Argument(2) @Nullable Metadata head) {
      Request entered =
          ServerHooks.enter(
              ServerHooks.begin(
                  "GRPC",
                  method == null ? null : "/".concat(method),
                  head == null
                      ? null
                      : head.get(
                          Metadata.Key.of(TraceHooks.HEADER, Metadata.ASCII_STRING_MARSHALLER))));
      RouteHooks.setRoute("{unknown}");
      return entered;
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Request entered) {
      ServerHooks.leaveOrEnd(entered);
    }
  }

  static final class Hold {
    private Hold() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Object stream) {
      ServerHooks.hold(stream);
    }
  }

  static final class Callback {
    private Callback() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Request enter(@Advice.This Object stream) {
      return ServerHooks.enterHeld(stream);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Request entered) {
      ServerHooks.leave(entered);
    }
  }

  static final class Fail {
    private Fail() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.This Object stream) {
      ServerHooks.onFailure(stream);
    }
  }

  static final class End {
    private End() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Request enter(@Advice.This Object stream) {
      return ServerHooks.enterHeld(stream);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(@Advice.This Object stream, @Advice.Enter @Nullable Request entered) {
      ServerHooks.leave(entered);
      ServerHooks.endHeld(stream);
    }
  }

  static final class Match {
    private Match() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.This Object call,
        @Advice.FieldValue("method") @Nullable MethodDescriptor<?, ?> method) {
      ServerHooks.hold(call);
      if (method != null) {
        RouteHooks.setRoute(method.getFullMethodName());
      }
    }
  }

  static final class Commit {
    private Commit() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.This Object call, @Advice.Argument(0) @Nullable Metadata headers) {
      ResponseFigures figures = headers == null ? null : ServerHooks.beforeCommit(call);
      if (headers != null && figures != null) {
        while (figures.nextHeader(false)) {
          headers.put(
              Metadata.Key.of(figures.headerName(), Metadata.ASCII_STRING_MARSHALLER),
              figures.headerValue());
        }
      }
    }
  }

  static final class Close {
    private Close() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.This Object call, @Advice.Argument(0) @Nullable Status status) {
      if (status != null) {
        ServerHooks.onGrpcStatus(call, status.getCode().value());
      }
    }
  }
}
