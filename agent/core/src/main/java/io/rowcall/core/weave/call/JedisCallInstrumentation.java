package io.rowcall.core.weave.call;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import io.rowcall.boot.CallHooks;
import io.rowcall.boot.context.ThreadState;
import io.rowcall.boot.request.CallKind;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.args.Rawable;

/**
 * Counts the commands of Jedis 4 and later. A cluster's retries and redirections are one call, and
 * so are all commands of a pipeline or a transaction. Pipelines of a cluster are not counted.
 */
public final class JedisCallInstrumentation implements Instrumentation {
  private static final String PACKAGE = "redis/clients/jedis/";
  private static final String CONNECTION = PACKAGE + "Connection";
  private static final String ARGUMENTS = "redis.clients.jedis.CommandArguments";
  private static final String COMMAND = "redis.clients.jedis.CommandObject";

  private static final String[] EXECUTORS = {
    PACKAGE + "executors/ClusterCommandExecutor",
    PACKAGE + "executors/DefaultCommandExecutor",
    PACKAGE + "executors/RetryableCommandExecutor",
    PACKAGE + "executors/SimpleCommandExecutor"
  };

  private static final String PIPELINE = PACKAGE + "Pipeline";

  private static final String[] TRANSACTIONS = {
    PACKAGE + "Transaction", PACKAGE + "TransactionBase"
  };

  @Override
  public Candidates candidates() {
    return Candidates.named(CONNECTION).and(EXECUTORS).and(PIPELINE).and(TRANSACTIONS);
  }

  @Override
  public void weave(Weaver type) {
    type.in(CONNECTION)
        .advise(
            isPublic().and(named("executeCommand")).and(takesArgument(0, named(COMMAND))),
            CallAdvice.Start.class,
            Command.class)
        .advise(
            isPublic().and(named("executeCommand")).and(takesArgument(0, named(ARGUMENTS))),
            CallAdvice.Start.class,
            Arguments.class);
    type.in(EXECUTORS)
        .advise(
            isPublic().and(named("executeCommand")).and(takesArgument(0, named(COMMAND))),
            CallAdvice.Start.class,
            Command.class);
    type.in(PIPELINE)
        .advise(
            isPublic().and(namedOneOf("sync", "syncAndReturnAll")).and(takesNoArguments()),
            Pipelined.class);
    type.in(TRANSACTIONS)
        .advise(
            isPublic().and(named("exec")).and(takesNoArguments()),
            CallAdvice.Start.class,
            Transacted.class);
  }

  static final class Command {
    private Command() {}

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable ThreadState thread,
        @Advice.This Object client,
        @Advice.Argument(0) CommandObject<?> command,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (CallHooks.afterCall(thread)) {
        CommandArguments arguments = command.getArguments();
        long hash = 0;
        for (Rawable argument : arguments) {
          hash = CallHooks.hash(hash, argument.getRaw());
        }
        CallHooks.recordCommand(
            thread,
            client,
            CallKind.REDIS,
            arguments.getCommand().toString(),
            null,
            hash,
            thrown != null);
      }
    }
  }

  static final class Arguments {
    private Arguments() {}

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable ThreadState thread,
        @Advice.This Object client,
        @Advice.Argument(0) CommandArguments arguments,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (CallHooks.afterCall(thread)) {
        long hash = 0;
        for (Rawable argument : arguments) {
          hash = CallHooks.hash(hash, argument.getRaw());
        }
        CallHooks.recordCommand(
            thread,
            client,
            CallKind.REDIS,
            arguments.getCommand().toString(),
            null,
            hash,
            thrown != null);
      }
    }
  }

  static final class Pipelined {
    private Pipelined() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable ThreadState enter(@Advice.This Pipeline pipeline) {
      return pipeline.hasPipelinedResponse() ? CallHooks.beforeCall() : null;
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable ThreadState thread,
        @Advice.This Object client,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (CallHooks.afterCall(thread)) {
        CallHooks.recordCommand(
            thread, client, CallKind.REDIS, "PIPELINE", null, 0, thrown != null);
      }
    }
  }

  static final class Transacted {
    private Transacted() {}

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable ThreadState thread,
        @Advice.This Object client,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (CallHooks.afterCall(thread)) {
        CallHooks.recordCommand(thread, client, CallKind.REDIS, "EXEC", null, 0, thrown != null);
      }
    }
  }
}
