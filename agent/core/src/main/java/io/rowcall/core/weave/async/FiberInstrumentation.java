package io.rowcall.core.weave.async;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;

/**
 * Follows the fibers of cats-effect and ZIO. A fiber belongs to the request that has started it,
 * each time that it resumes: its scheduler runs the same object again and again, and hands it from
 * thread to thread without an executor.
 */
public final class FiberInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.named("cats/effect/IOFiber", "zio/internal/FiberRuntime");
  }

  @Override
  public void weave(Weaver type) {
    type.adviseConstructors(KotlinCoroutineInstrumentation.Create.class);
    type.advise(
        named("run").and(takesArguments(0).or(takesArguments(int.class))),
        KotlinCoroutineInstrumentation.Resume.class);
  }
}
