package io.acme.executors;

import com.google.common.util.concurrent.MoreExecutors;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultEventExecutorGroup;
import io.netty.util.concurrent.UnorderedThreadPoolEventExecutor;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import kotlin.coroutines.CoroutineContext;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlinx.coroutines.BuildersKt;
import kotlinx.coroutines.CoroutineDispatcher;
import kotlinx.coroutines.Dispatchers;
import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jboss.threads.EnhancedQueueExecutor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Executors by name. The first request that uses one creates it, as in frameworks. */
final class ExecutorKinds {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final ExecutorService POOL = Executors.newFixedThreadPool(2);

  /** Factory of an executor. */
  interface Kind {
    TaskRunner create() throws Exception;
  }

  private ExecutorKinds() {}

  static Map<String, Kind> all() {
    Map<String, Kind> all = new TreeMap<>();
    all.put("guava-sequential", () -> TaskRunner.over(MoreExecutors.newSequentialExecutor(POOL)));
    all.put("home-batches", ExecutorKinds::batches);
    all.put("home-draining", () -> TaskRunner.over(CustomExecutors.draining(POOL)));
    all.put("home-hand-off", () -> TaskRunner.over(CustomExecutors.handOff()));
    all.put("home-named", ExecutorKinds::named);
    all.put("home-pool", () -> TaskRunner.over(CustomExecutors.pool(3)));
    all.put("home-serial", () -> TaskRunner.over(CustomExecutors.serial(POOL)));
    all.put("home-serial-future", () -> future(CustomExecutors.serial(POOL)));
    all.put("home-threads", () -> TaskRunner.over(CustomExecutors.poolOfThreads()));
    all.put("jboss", ExecutorKinds::jboss);
    all.put("jetty", ExecutorKinds::jetty);
    all.put("kotlin-default", () -> coroutine(Dispatchers.getDefault()));
    all.put("kotlin-io", () -> coroutine(Dispatchers.getIO()));
    all.put("kotlin-limited", () -> coroutine(Dispatchers.getIO().limitedParallelism(1, null)));
    all.put("netty-default", ExecutorKinds::nettyDefault);
    all.put("netty-loop", () -> TaskRunner.over(loops()));
    all.put("netty-unordered", ExecutorKinds::nettyUnordered);
    all.put("pekko", () -> TaskRunner.over(ActorSystem.create("plain").dispatcher()));
    all.put("pekko-actor", ExecutorKinds::actor);
    all.put("reactor-elastic", () -> ExecutorKinds::onElastic);
    all.put("reactor-parallel", () -> ExecutorKinds::onParallel);
    all.put("rx-computation", () -> ExecutorKinds::onComputation);
    all.put("rx-io", () -> ExecutorKinds::onIo);
    all.put("spring-pool", ExecutorKinds::springPool);
    all.put("spring-simple", () -> TaskRunner.over(new SimpleAsyncTaskExecutor()));
    all.put("spring-throttled", ExecutorKinds::springThrottled);
    all.put("thread-pool", () -> TaskRunner.over(Executors.newCachedThreadPool()));
    all.put("vertx-ordered", ExecutorKinds::vertxOrdered);
    all.put("vertx-worker", ExecutorKinds::vertxWorker);
    FiberKinds.addTo(all);
    OperatorKinds.addTo(all);
    return all;
  }

  private static TaskRunner future(Executor executor) {
    return work -> {
      FutureTask<Object> task = new FutureTask<>(work);
      executor.execute(task);
      task.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    };
  }

  private static TaskRunner batches() {
    BatchingExecutorService batches = new BatchingExecutorService(POOL);
    return work -> batches.invokeAll(List.of(work)).get(0).get();
  }

  private static TaskRunner named() {
    BatchingExecutorService batches = new BatchingExecutorService(POOL);
    return work ->
        batches
            .submit(new BatchingExecutorService.Named("work", work))
            .get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
  }

  private static TaskRunner jboss() {
    return TaskRunner.over(
        new EnhancedQueueExecutor.Builder().setCorePoolSize(1).setMaximumPoolSize(3).build());
  }

  private static TaskRunner jetty() throws Exception {
    QueuedThreadPool pool = new QueuedThreadPool(8, 1);
    pool.setDaemon(true);
    pool.start();
    return TaskRunner.over(pool);
  }

  private static TaskRunner coroutine(CoroutineDispatcher dispatcher) {
    return work ->
        BuildersKt.runBlocking(
            EmptyCoroutineContext.INSTANCE,
            (scope, outer) ->
                BuildersKt.withContext(
                    (CoroutineContext) dispatcher, (inner, next) -> call(work), outer));
  }

  private static Executor loops() {
    return new MultiThreadIoEventLoopGroup(3, NioIoHandler.newFactory());
  }

  private static TaskRunner nettyDefault() {
    DefaultEventExecutorGroup group = new DefaultEventExecutorGroup(3);
    return work -> group.submit(work).get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
  }

  private static TaskRunner nettyUnordered() {
    UnorderedThreadPoolEventExecutor group = new UnorderedThreadPoolEventExecutor(3);
    return work -> group.submit(work).get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
  }

  private static TaskRunner springPool() {
    ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
    executor.setCorePoolSize(3);
    executor.setDaemon(true);
    executor.initialize();
    return TaskRunner.over(executor);
  }

  private static TaskRunner springThrottled() {
    SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor();
    executor.setConcurrencyLimit(1);
    return TaskRunner.over(executor);
  }

  private static TaskRunner vertxWorker() {
    Vertx vertx = Vertx.vertx();
    return work -> get(vertx.executeBlocking(work).toCompletionStage().toCompletableFuture());
  }

  /** All requests share one queue, whose tasks run in order. */
  private static TaskRunner vertxOrdered() {
    Context context = Vertx.vertx().getOrCreateContext();
    return work -> get(context.executeBlocking(work).toCompletionStage().toCompletableFuture());
  }

  private static void onElastic(Callable<Object> work) {
    Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic()).block(TIMEOUT);
  }

  private static void onParallel(Callable<Object> work) {
    Flux.just(1).publishOn(Schedulers.parallel()).map(ignored -> call(work)).blockLast(TIMEOUT);
  }

  private static void onIo(Callable<Object> work) {
    Single.fromCallable(work)
        .subscribeOn(io.reactivex.rxjava3.schedulers.Schedulers.io())
        .ignoreElement()
        .blockingAwait();
  }

  private static void onComputation(Callable<Object> work) {
    Observable.just(1)
        .observeOn(io.reactivex.rxjava3.schedulers.Schedulers.computation())
        .map(ignored -> work.call())
        .ignoreElements()
        .blockingAwait();
  }

  /** One actor for all requests: a run of its mailbox processes messages of several requests. */
  private static TaskRunner actor() {
    ActorSystem system = ActorSystem.create("actors");
    ActorRef actor = system.actorOf(Props.create(Worker.class, Worker::new));
    return work -> {
      CompletableFuture<Object> done = new CompletableFuture<>();
      actor.tell(new Message(work, done), ActorRef.noSender());
      get(done);
    };
  }

  private static final class Message {
    final Callable<Object> work;
    final CompletableFuture<Object> done;

    Message(Callable<Object> work, CompletableFuture<Object> done) {
      this.work = work;
      this.done = done;
    }
  }

  private static final class Worker extends AbstractActor {
    @Override
    public Receive createReceive() {
      return receiveBuilder()
          .match(Message.class, message -> message.done.complete(call(message.work)))
          .build();
    }
  }

  private static void get(CompletableFuture<?> done) throws Exception {
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
