package io.rowcall.core.weave.call;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.rowcall.boot.CallHooks;
import io.rowcall.boot.context.ThreadState;
import io.rowcall.boot.request.CallKind;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Counts the calls of gRPC's clients, by full method name. A stream is one call. */
public final class GrpcClientInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.named("io/grpc/internal/ClientCallImpl");
  }

  @Override
  public void weave(Weaver type) {
    type.advise(named("start").and(takesArguments(2)), Start.class)
        .advise(named("closeObserver").and(takesArgument(1, named("io.grpc.Status"))), Close.class);
  }

  static final class Start {
    private Start() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(
        @Advice.This Object call, @Advice.FieldValue("method") MethodDescriptor<?, ?> method) {
      ThreadState thread = CallHooks.beforeCall();
      if (CallHooks.afterCall(thread)) {
        CallHooks.startCommand(
            thread,
            call,
            CallKind.GRPC,
            method.getFullMethodName(),
            null,
            System.identityHashCode(call),
            call,
            false);
      }
    }
  }

  static final class Close {
    private Close() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.This Object call, @Advice.Argument(1) @Nullable Status status) {
      CallHooks.complete(call, 0, status != null && !status.isOk());
    }
  }
}
