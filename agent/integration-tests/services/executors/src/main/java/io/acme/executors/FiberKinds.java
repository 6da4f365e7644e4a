package io.acme.executors;

import cats.effect.IO;
import cats.effect.unsafe.IORuntime;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import scala.concurrent.ExecutionContext;
import zio.Runtime;
import zio.Runtime$;
import zio.Trace$;
import zio.Unsafe$;
import zio.ZIO;
import zio.ZIO$;

/** Executors of Scala and of its effect systems, whose fibers move from thread to thread. */
final class FiberKinds {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private FiberKinds() {}

  static void addTo(Map<String, ExecutorKinds.Kind> all) {
    all.put("scala-global", () -> TaskRunner.over(ExecutionContext.global()));
    all.put("cats-compute", () -> work -> run(IO.delay(() -> call(work))));
    all.put("cats-blocking", () -> work -> run(IO.blocking(() -> call(work))));
    all.put("zio-yielding", () -> FiberKinds::zio);
    all.put("cats-yielding", () -> work -> run(yielding(work)));
  }

  /** A fiber of ZIO that gives its thread away before it works. */
  private static void zio(Callable<Object> work) throws Exception {
    Object trace = Trace$.MODULE$.empty();
    ZIO<Object, Throwable, Object> attempt = ZIO$.MODULE$.attempt(() -> call(work), trace);
    ZIO<Object, Throwable, Object> yielding =
        ZIO$.MODULE$
            .yieldNow(trace)
            .flatMap(
                first -> ZIO$.MODULE$.yieldNow(trace).flatMap(second -> attempt, trace), trace);
    Runtime<Object> runtime = defaultRuntime();
    Unsafe$.MODULE$.unsafe(unsafe -> runtime.unsafe().run(yielding, trace, unsafe));
  }

  /** Its name is a keyword of Java. */
  @SuppressWarnings("unchecked")
  private static Runtime<Object> defaultRuntime() throws ReflectiveOperationException {
    return (Runtime<Object>) Runtime$.class.getMethod("default").invoke(Runtime$.MODULE$);
  }

  /** A fiber that gives its thread away before it works. */
  private static IO<Object> yielding(Callable<Object> work) {
    return IO.cede().flatMap(first -> IO.cede().flatMap(second -> IO.delay(() -> call(work))));
  }

  private static void run(IO<Object> effect) throws Exception {
    CompletableFuture<Object> done = effect.unsafeToCompletableFuture(IORuntime.global());
    done.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
  }

  private static Object call(Callable<Object> work) {
    try {
      return work.call();
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }
}
