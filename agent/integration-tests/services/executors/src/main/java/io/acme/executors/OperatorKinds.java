package io.acme.executors;

import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.tomcat.util.threads.TaskQueue;
import org.apache.tomcat.util.threads.ThreadPoolExecutor;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Work that operators of reactive libraries pass from one scheduler to another, and Tomcat's pool.
 */
final class OperatorKinds {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private OperatorKinds() {}

  static void addTo(Map<String, ExecutorKinds.Kind> all) {
    all.put("reactor-hopping", () -> OperatorKinds::reactor);
    all.put("reactor-delayed", () -> OperatorKinds::delayed);
    all.put("rx-hopping", () -> OperatorKinds::rx);
    all.put("tomcat", OperatorKinds::tomcat);
    all.put("vertx-loop", OperatorKinds::vertx);
  }

  private static TaskRunner tomcat() {
    TaskQueue queue = new TaskQueue();
    ThreadPoolExecutor pool = new ThreadPoolExecutor(1, 3, 60, TimeUnit.SECONDS, queue);
    queue.setParent(pool);
    return TaskRunner.over(pool);
  }

  private static void reactor(Callable<Object> work) {
    Flux.just(1)
        .publishOn(Schedulers.parallel())
        .flatMap(ignored -> Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic()))
        .publishOn(Schedulers.single())
        .blockLast(TIMEOUT);
  }

  private static void delayed(Callable<Object> work) {
    Mono.delay(Duration.ofMillis(1)).map(ignored -> call(work)).block(TIMEOUT);
  }

  private static void rx(Callable<Object> work) {
    Observable.just(1)
        .observeOn(io.reactivex.rxjava3.schedulers.Schedulers.computation())
        .flatMapSingle(
            ignored ->
                Single.fromCallable(work)
                    .subscribeOn(io.reactivex.rxjava3.schedulers.Schedulers.io()))
        .observeOn(io.reactivex.rxjava3.schedulers.Schedulers.single())
        .ignoreElements()
        .blockingAwait();
  }

  /** From the event loop to a worker and back. */
  private static TaskRunner vertx() {
    Context context = Vertx.vertx().getOrCreateContext();
    return work -> {
      CompletableFuture<Object> done = new CompletableFuture<>();
      context.runOnContext(
          ignored ->
              context
                  .executeBlocking(work, false)
                  .onComplete(result -> context.runOnContext(back -> done.complete(result))));
      done.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    };
  }

  private static Object call(Callable<Object> work) {
    try {
      return work.call();
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }
}
