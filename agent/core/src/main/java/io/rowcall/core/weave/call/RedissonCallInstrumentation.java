package io.rowcall.core.weave.call;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import io.rowcall.boot.CallHooks;
import io.rowcall.boot.context.ThreadState;
import io.rowcall.boot.request.CallKind;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import java.util.Arrays;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import org.redisson.client.protocol.RedisCommand;

/** Counts the commands of Redisson. A batch is one call. */
public final class RedissonCallInstrumentation implements Instrumentation {
  private static final String SERVICE = "org/redisson/command/CommandAsyncService";
  private static final String BATCH = "org/redisson/command/CommandBatchService";

  @Override
  public Candidates candidates() {
    return Candidates.named(SERVICE, BATCH);
  }

  @Override
  public void weave(Weaver type) {
    type.in(SERVICE)
        .advise(
            named("async")
                .and(takesArgument(3, named("org.redisson.client.protocol.RedisCommand")))
                .and(takesArgument(4, Object[].class)),
            Command.class);
    type.in(BATCH)
        .advise(named("executeAsync").and(takesNoArguments()), CallAdvice.Start.class, Batch.class);
  }

  static final class Command {
    private Command() {}

    /** The parameters are buffers, which may be released as soon as they are sent. */
    @SuppressWarnings("UnusedVariable") // The local variable of both advices.
    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable ThreadState enter(
        @Advice.Argument(4) Object[] parameters, @Advice.Local("hash") int hash) {
      hash = Arrays.hashCode(parameters);
      return CallHooks.beforeCall();
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable ThreadState thread,
        @Advice.This Object client,
        @Advice.Argument(3) RedisCommand<?> command,
        @Advice.Local("hash") int hash,
        @Advice.Return @Nullable Object future,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (CallHooks.afterCall(thread)) {
        CallHooks.startCommand(
            thread, client, CallKind.REDIS, command.getName(), null, hash, future, thrown != null);
      }
    }
  }

  static final class Batch {
    private Batch() {}

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable ThreadState thread,
        @Advice.This Object client,
        @Advice.Return @Nullable Object future,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (CallHooks.afterCall(thread)) {
        CallHooks.startCommand(
            thread, client, CallKind.REDIS, "PIPELINE", null, 0, future, thrown != null);
      }
    }
  }
}
