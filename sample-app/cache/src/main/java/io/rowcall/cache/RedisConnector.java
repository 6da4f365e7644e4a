package io.rowcall.cache;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connections to Redis for commands and for messages: both, or none. A thread of its own connects,
 * one attempt at a time, again a second after one has failed or a connection is lost; no caller
 * ever waits for it. Thread-safe.
 */
final class RedisConnector implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RedisConnector.class);
  private static final long RETRY_MILLIS = 1_000;

  private final RedisClient client;
  private final String channel;
  private final Consumer<String> onMessage;
  private final Consumer<StatefulRedisConnection<String, byte[]>> onConnect;
  private final CountDownLatch firstAttempt = new CountDownLatch(1);
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            var created = new Thread(task, "cache-redis");
            created.setDaemon(true);
            return created;
          });
  private volatile @Nullable Pair open;
  private volatile boolean closed;

  /** Both connections. */
  private record Pair(
      StatefulRedisConnection<String, byte[]> commands,
      StatefulRedisPubSubConnection<String, String> messages) {

    void close() {
      var unused = commands.closeAsync();
      var alsoUnused = messages.closeAsync();
    }
  }

  /**
   * Describes the connections, without connecting yet.
   *
   * @param onConnect called on this connector's thread before anybody may use a new connection
   */
  RedisConnector(
      RedisURI address,
      String channel,
      Consumer<String> onMessage,
      Consumer<StatefulRedisConnection<String, byte[]>> onConnect) {
    this.channel = channel;
    this.onMessage = onMessage;
    this.onConnect = onConnect;
    Duration timeout = address.getTimeout();
    client = RedisClient.create(address);
    client.setOptions(
        ClientOptions.builder()
            .autoReconnect(false)
            .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
            .socketOptions(SocketOptions.builder().connectTimeout(timeout).build())
            .timeoutOptions(TimeoutOptions.enabled(timeout))
            .build());
  }

  void start() {
    execute(this::connect);
  }

  /** Waits for the end of the first attempt to connect, and returns whether it has succeeded. */
  boolean awaitFirstAttempt(Duration atMost) throws InterruptedException {
    return firstAttempt.await(atMost.toNanos(), TimeUnit.NANOSECONDS) && isOpen();
  }

  boolean isOpen() {
    return open != null;
  }

  /** Returns the connection for commands; null while there is none. */
  @Nullable StatefulRedisConnection<String, byte[]> commands() {
    Pair current = open;
    return current == null ? null : current.commands;
  }

  /** Gives a connection up, unless it is another one by now. */
  void abandon(StatefulRedisConnection<String, byte[]> failed, Throwable reason) {
    Pair lost;
    synchronized (this) {
      lost = open;
      if (lost == null || lost.commands != failed) {
        return;
      }
      open = null;
    }
    if (!closed) {
      LOG.warn("Redis is unreachable: {}", reason.toString());
    }
    lost.close();
    executeLater(this::connect);
  }

  /** Runs a task on the connector's thread, after any attempt to connect. */
  void execute(Runnable task) {
    try {
      thread.execute(task);
    } catch (RejectedExecutionException afterClose) {
      // Nothing is left to do.
    }
  }

  /** Runs a task on the connector's thread in a second. */
  void executeLater(Runnable task) {
    try {
      var unused = thread.schedule(task, RETRY_MILLIS, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException afterClose) {
      // Nothing is left to do.
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.shutdownNow();
    client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
  }

  private void connect() {
    try {
      Pair pair = attempt();
      synchronized (this) {
        open = pair;
      }
      if (!pair.commands.isOpen() || !pair.messages.isOpen()) {
        abandon(pair.commands, new IllegalStateException("the connection was lost at once"));
      } else if (firstAttempt.getCount() == 0) {
        LOG.info("Redis is reachable again");
      }
    } catch (RuntimeException failed) {
      if (firstAttempt.getCount() > 0 && !closed) {
        LOG.warn("Redis is unreachable: {}", failed.toString());
      }
      executeLater(this::connect);
    } finally {
      firstAttempt.countDown();
    }
  }

  private Pair attempt() {
    var commands = client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE));
    try {
      StatefulRedisPubSubConnection<String, String> messages = client.connectPubSub();
      var pair = new Pair(commands, messages);
      try {
        messages.addListener(
            new RedisPubSubAdapter<String, String>() {
              @Override
              public void message(String from, String message) {
                onMessage.accept(message);
              }
            });
        var abandoning =
            new RedisConnectionStateListener() {
              @Override
              public void onRedisDisconnected(RedisChannelHandler<?, ?> connection) {
                abandon(commands, new IllegalStateException("the connection was lost"));
              }
            };
        messages.addListener(abandoning);
        commands.addListener(abandoning);
        messages.sync().subscribe(channel);
        onConnect.accept(commands);
        return pair;
      } catch (RuntimeException failed) {
        var unused = messages.closeAsync();
        throw failed;
      }
    } catch (RuntimeException failed) {
      var unused = commands.closeAsync();
      throw failed;
    }
  }
}
