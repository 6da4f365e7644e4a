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

/** The executors by name. Each is made by the first request that needs it, as frameworks do. */
final class Kinds {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final ExecutorService POOL = Executors.newFixedThreadPool(2);

  /** Makes one. */
  interface Kind {
    Runner make() throws Exception;
  }

  private Kinds() {}

  static Map<String, Kind> all() {
    Map<String, Kind> all = new TreeMap<>();
    all.put("guava-sequential", () -> Runner.on(MoreExecutors.newSequentialExecutor(POOL)));
    all.put("home-batches", Kinds::batches);
    all.put("home-draining", () -> Runner.on(HomeMade.draining(POOL)));
    all.put("home-hand-over", () -> Runner.on(HomeMade.handOver()));
    all.put("home-named", Kinds::named);
    all.put("home-pool", () -> Runner.on(HomeMade.pool(3)));
    all.put("home-serial", () -> Runner.on(HomeMade.serial(POOL)));
    all.put("home-serial-future", () -> future(HomeMade.serial(POOL)));
    all.put("home-threads", () -> Runner.on(HomeMade.poolOfThreads()));
    all.put("jboss", Kinds::jboss);
    all.put("jetty", Kinds::jetty);
    all.put("kotlin-default", () -> coroutine(Dispatchers.getDefault()));
    all.put("kotlin-io", () -> coroutine(Dispatchers.getIO()));
    all.put("kotlin-limited", () -> coroutine(Dispatchers.getIO().limitedParallelism(1, null)));
    all.put("netty-default", Kinds::nettyDefault);
    all.put("netty-loop", () -> Runner.on(loops()));
    all.put("netty-unordered", Kinds::nettyUnordered);
    all.put("pekko", () -> Runner.on(ActorSystem.create("plain").dispatcher()));
    all.put("pekko-actor", Kinds::actor);
    all.put("reactor-elastic", () -> Kinds::onElastic);
    all.put("reactor-parallel", () -> Kinds::onParallel);
    all.put("rx-computation", () -> Kinds::onComputation);
    all.put("rx-io", () -> Kinds::onIo);
    all.put("spring-pool", Kinds::springPool);
    all.put("spring-simple", () -> Runner.on(new SimpleAsyncTaskExecutor()));
    all.put("spring-throttled", Kinds::springThrottled);
    all.put("thread-pool", () -> Runner.on(Executors.newCachedThreadPool()));
    all.put("vertx-ordered", Kinds::vertxOrdered);
    all.put("vertx-worker", Kinds::vertxWorker);
    return all;
  }

  private static Runner future(Executor executor) {
    return work -> {
      FutureTask<Object> task = new FutureTask<>(work);
      executor.execute(task);
      task.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    };
  }

  private static Runner batches() {
    Batches batches = new Batches(POOL);
    return work -> batches.invokeAll(List.of(work)).get(0).get();
  }

  private static Runner named() {
    Batches batches = new Batches(POOL);
    return work ->
        batches.submit(new Batches.Named("work", work)).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
  }

  private static Runner jboss() {
    return Runner.on(
        new EnhancedQueueExecutor.Builder().setCorePoolSize(1).setMaximumPoolSize(3).build());
  }

  private static Runner jetty() throws Exception {
    QueuedThreadPool pool = new QueuedThreadPool(8, 1);
    pool.setDaemon(true);
    pool.start();
    return Runner.on(pool);
  }

  private static Runner coroutine(CoroutineDispatcher dispatcher) {
    return work ->
        BuildersKt.runBlocking(
            EmptyCoroutineContext.INSTANCE,
            (scope, outer) ->
                BuildersKt.withContext(
                    (CoroutineContext) dispatcher, (inner, next) -> called(work), outer));
  }

  private static Executor loops() {
    return new MultiThreadIoEventLoopGroup(3, NioIoHandler.newFactory());
  }

  private static Runner nettyDefault() {
    DefaultEventExecutorGroup group = new DefaultEventExecutorGroup(3);
    return work -> group.submit(work).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
  }

  private static Runner nettyUnordered() {
    UnorderedThreadPoolEventExecutor group = new UnorderedThreadPoolEventExecutor(3);
    return work -> group.submit(work).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
  }

  private static Runner springPool() {
    ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
    executor.setCorePoolSize(3);
    executor.setDaemon(true);
    executor.initialize();
    return Runner.on(executor);
  }

  private static Runner springThrottled() {
    SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor();
    executor.setConcurrencyLimit(1);
    return Runner.on(executor);
  }

  private static Runner vertxWorker() {
    Vertx vertx = Vertx.vertx();
    return work -> get(vertx.executeBlocking(work).toCompletionStage().toCompletableFuture());
  }

  /** All requests share one queue, whose tasks run one after the other. */
  private static Runner vertxOrdered() {
    Context context = Vertx.vertx().getOrCreateContext();
    return work -> get(context.executeBlocking(work).toCompletionStage().toCompletableFuture());
  }

  private static void onElastic(Callable<Object> work) {
    Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic()).block(LIMIT);
  }

  private static void onParallel(Callable<Object> work) {
    Flux.just(1).publishOn(Schedulers.parallel()).map(one -> called(work)).blockLast(LIMIT);
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
        .map(one -> work.call())
        .ignoreElements()
        .blockingAwait();
  }

  /** One actor for all requests: whoever's message wakes its mailbox runs those of others, too. */
  private static Runner actor() {
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
          .match(Message.class, message -> message.done.complete(called(message.work)))
          .build();
    }
  }

  private static void get(CompletableFuture<?> done) throws Exception {
    done.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
  }

  private static Object called(Callable<Object> work) {
    try {
      return work.call();
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }
}
