package io.rowcall.core.weave.async;

import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;

import io.rowcall.boot.ThreadHooks;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;

/**
 * Distinguishes the workers that a pool starts from the threads that a request starts. A worker
 * outlives the request that made the pool grow, and works for the requests of its tasks only.
 */
public final class WorkerStartInstrumentation implements Instrumentation {

  @Override
  public Candidates candidates() {
    return Candidates.named(
        "io/netty/util/concurrent/SingleThreadEventExecutor",
        "java/util/concurrent/ThreadPoolExecutor",
        "org/apache/tomcat/util/threads/ThreadPoolExecutor",
        "org/eclipse/jetty/util/thread/QueuedThreadPool",
        "org/jboss/threads/EnhancedQueueExecutor");
  }

  @Override
  public void weave(Weaver type) {
    type.advise(
        namedOneOf("addWorker", "doStartThread", "startThread", "startThreads"), Grow.class);
  }

  static final class Grow {
    private Grow() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter() {
      ThreadHooks.beforeStartingWorkers();
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit() {
      ThreadHooks.afterStartingWorkers();
    }
  }
}
