package io.rowcall.core.weave.job;

import static net.bytebuddy.matcher.ElementMatchers.isBridge;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.not;

import io.rowcall.boot.JobHooks;
import io.rowcall.boot.request.Request;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.ChunkContext;

/**
 * Makes each chunk of a Spring Batch step, from its first read to its commit, a unit of work, named
 * after job and step. A tasklet is called once for each of its chunks.
 */
public final class SpringBatchInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.named(
        "org/springframework/batch/core/step/tasklet/TaskletStep$ChunkTransactionCallback");
  }

  @Override
  public void weave(Weaver type) {
    type.advise(named("doInTransaction").and(not(isBridge())), Chunk.class);
  }

  static final class Chunk {
    private Chunk() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Request enter(@Advice.FieldValue("chunkContext") ChunkContext context) {
      return JobHooks.enter(
          JobHooks.BATCH,
          context
              .getStepContext()
              .getJobName()
              .concat("/")
              .concat(context.getStepContext().getStepName()));
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Request started, @Advice.Thrown @Nullable Throwable thrown) {
      JobHooks.leave(started, thrown != null);
    }
  }
}
