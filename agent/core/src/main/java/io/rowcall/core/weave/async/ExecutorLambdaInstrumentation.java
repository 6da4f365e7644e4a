package io.rowcall.core.weave.async;

import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;

/**
 * Follows tasks into executors that are lambdas, as {@code task -> queue.put(task)}. Their classes
 * are hidden from every agent, so the class that makes one is woven.
 */
public final class ExecutorLambdaInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.makingExecutors();
  }

  @Override
  public void weave(Weaver type) {
    type.handOverExecutorLambdas();
  }
}
