package io.rowcall.core.weave.async;

import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;

import io.rowcall.boot.ThreadHooks;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;

/**
 * Tells the threads that a pool starts for itself, whichever request makes it grow, from those that
 * a request starts: a worker lives on and follows nobody but its tasks.
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
        Grow.class, namedOneOf("addWorker", "doStartThread", "startThread", "startThreads"));
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
