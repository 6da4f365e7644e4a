package io.rowcall.core.weave.call;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

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
 * Counts the commands of Lettuce's synchronous and asynchronous API, where they are dispatched: a
 * synchronous one waits for an asynchronous one. Each command of a pipeline counts, because the
 * library has none but commands that are not awaited.
 */
public final class LettuceCallInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.named("io/lettuce/core/AbstractRedisAsyncCommands");
  }

  @Override
  public void weave(Weaver type) {
    type.advise(
        named("dispatch")
            .and(takesArguments(1))
            .and(takesArgument(0, named("io.lettuce.core.protocol.RedisCommand"))),
        CallAdvice.Start.class,
        Dispatch.class);
  }

  static final class Dispatch {
    private Dispatch() {}

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable ThreadState thread,
        @Advice.This Object client,
        @Advice.Argument(0) RedisCommand<?, ?, ?> command,
        @Advice.Return @Nullable Object future,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (CallHooks.afterCall(thread)) {
        CallHooks.startCommand(
            thread,
            client,
            CallKind.REDIS,
            command.getType().toString(),
            null,
            command.getArgs() == null ? 0 : command.getArgs().toCommandString().hashCode(),
            future,
            thrown != null);
      }
    }
  }
}
