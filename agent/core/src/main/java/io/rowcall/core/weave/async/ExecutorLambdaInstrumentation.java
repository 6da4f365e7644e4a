package io.rowcall.core.weave.async;

import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;

/**
 * Follows tasks into executors that are lambdas, such as {@code task -> queue.put(task)}. The
 * classes of lambdas are hidden from agents, so the class that creates one is woven.
 */
public final class ExecutorLambdaInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.creatingExecutors();
  }

  @Override
  public void weave(Weaver type) {
    type.wrapExecutorLambdas();
  }
}
