package io.rowcall.core.weave.call;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import com.mongodb.internal.operation.AggregateOperation;
import com.mongodb.internal.operation.FindOperation;
import com.mongodb.internal.operation.ReadOperation;
import com.mongodb.internal.operation.WriteOperation;
import io.rowcall.boot.CallHooks;
import io.rowcall.boot.context.ThreadState;
import io.rowcall.boot.request.CallKind;
import io.rowcall.core.library.Library;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Counts the operations of MongoDB's synchronous driver 5, by command and collection. Retries are
 * part of an operation, and so is every further batch that a cursor fetches.
 */
public final class MongoInstrumentation implements Instrumentation {
  private static final String OPERATION = "com.mongodb.internal.operation.";

  @Override
  public Library library() {
    return Library.framework("com.mongodb.");
  }

  @Override
  public Candidates candidates() {
    return Candidates.named("com/mongodb/client/internal/MongoClusterImpl$OperationExecutorImpl");
  }

  @Override
  public void weave(Weaver type) {
    type.advise(
            named("execute")
                .and(takesArguments(4))
                .and(takesArgument(0, named(OPERATION + "ReadOperation"))),
            CallAdvice.Start.class,
            Read.class)
        .advise(
            named("execute")
                .and(takesArguments(3))
                .and(takesArgument(0, named(OPERATION + "WriteOperation"))),
            CallAdvice.Start.class,
            Write.class);
  }

  static final class Read {
    private Read() {}

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable ThreadState thread,
        @Advice.This Object client,
        @Advice.Argument(0) ReadOperation<?, ?> operation,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (CallHooks.afterCall(thread)) {
        Object values =
            operation instanceof FindOperation
                ? ((FindOperation<?>) operation).getFilter()
                : operation instanceof AggregateOperation
                    ? ((AggregateOperation<?>) operation).getPipeline()
                    : operation;
        CallHooks.recordCommand(
            thread,
            client,
            CallKind.MONGODB,
            operation.getCommandName(),
            operation.getNamespace() == null ? null : operation.getNamespace().getCollectionName(),
            values == null ? 0 : values.hashCode(),
            thrown != null);
      }
    }
  }

  static final class Write {
    private Write() {}

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable ThreadState thread,
        @Advice.This Object client,
        @Advice.Argument(0) WriteOperation<?> operation,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (CallHooks.afterCall(thread)) {
        CallHooks.recordCommand(
            thread,
            client,
            CallKind.MONGODB,
            operation.getCommandName(),
            operation.getNamespace() == null ? null : operation.getNamespace().getCollectionName(),
            System.identityHashCode(operation),
            thrown != null);
      }
    }
  }
}
