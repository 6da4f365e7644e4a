package io.rowcall.core.weave.call;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;

import io.lettuce.core.protocol.RedisCommand;
import io.rowcall.boot.CallHooks;
import io.rowcall.boot.context.ThreadState;
import io.rowcall.boot.request.CallKind;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Counts the commands of Lettuce's reactive API, when the subscriber's demand dispatches them. The
 * command that is dispatched is told its end.
 */
public final class LettuceReactiveCallInstrumentation implements Instrumentation {
  private static final String PUBLISHER = "io/lettuce/core/RedisPublisher";
  private static final String SUBSCRIPTION = PUBLISHER + "$RedisSubscription";
  private static final String COMMAND = PUBLISHER + "$SubscriptionCommand";
  private static final String WRAPPER = "io/lettuce/core/protocol/CommandWrapper";

  @Override
  public Candidates candidates() {
    return Candidates.named(SUBSCRIPTION, COMMAND, WRAPPER);
  }

  @Override
  public void weave(Weaver type) {
    type.in(SUBSCRIPTION).advise(named("dispatchCommand"), Dispatch.class);
    type.in(COMMAND, WRAPPER)
        .advise(namedOneOf("complete", "cancel"), Completed.class)
        .advise(named("completeExceptionally"), Failed.class);
  }

  static final class Dispatch {
    private Dispatch() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable ThreadState enter(
        @Advice.This Object client,
        @Advice.FieldValue("subscriptionCommand") RedisCommand<?, ?, ?> command) {
      ThreadState thread = CallHooks.beforeCall();
      if (CallHooks.afterCall(thread)) {
        // Before it is sent: another thread may complete it at once.
        CallHooks.startCommand(
            thread,
            client,
            CallKind.REDIS,
            command.getType().toString(),
            null,
            command.getArgs() == null ? 0 : command.getArgs().toCommandString().hashCode(),
            command,
            false);
      }
      return CallHooks.beforeCall();
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable ThreadState thread,
        @Advice.FieldValue("subscriptionCommand") Object command,
        @Advice.Thrown @Nullable Throwable thrown) {
      CallHooks.afterCall(thread);
      if (thrown != null) {
        CallHooks.complete(command, 0, true);
      }
    }
  }

  static final class Completed {
    private Completed() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.This RedisCommand<?, ?, ?> command) {
      CallHooks.complete(command, 0, command.getOutput() != null && command.getOutput().hasError());
    }
  }

  static final class Failed {
    private Failed() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.This Object command) {
      CallHooks.complete(command, 0, true);
    }
  }
}
