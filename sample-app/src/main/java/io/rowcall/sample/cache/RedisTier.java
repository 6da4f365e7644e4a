package io.rowcall.sample.cache;

import com.github.benmanes.caffeine.cache.Ticker;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.SetArgs;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Second tier on Redis. Values are stored under {@code prefix + key} with their TTL, the keys of a
 * tag in a set under {@code prefix + "tag:" + tag}, and invalidations are published on the channel
 * {@code prefix + "invalidations"}.
 *
 * <p>While Redis is unreachable, every call but one per second fails at once, so that nobody waits
 * for it. After a lost connection, invalidations may have been missed: listeners then drop
 * everything.
 *
 * <p>An instance that loads a value while another one invalidates it may store it after the
 * invalidation; its TTL bounds how long that lasts.
 */
public final class RedisTier implements SecondTier {

  private static final Logger LOG = LoggerFactory.getLogger(RedisTier.class);

  /** Time after which a command is given up and the database is used instead. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofMillis(500);

  private static final long RETRY_NANOS = Duration.ofSeconds(1).toNanos();
  private static final int SCAN_STEP = 500;

  private final String instance = UUID.randomUUID().toString();
  private final String prefix;
  private final RedisClient client;
  private final Ticker ticker = Ticker.systemTicker();
  private final CopyOnWriteArrayList<Consumer<Invalidation>> listeners =
      new CopyOnWriteArrayList<>();
  private volatile @Nullable StatefulRedisConnection<String, byte[]> commands;
  private volatile @Nullable StatefulRedisPubSubConnection<String, String> subscription;
  private volatile boolean reachable = true;
  private volatile long retryAt;
  private volatile boolean invalidationPending;

  /**
   * Connects lazily.
   *
   * @param prefix of all keys, so that several services can share a Redis
   */
  public RedisTier(
      String host, int port, @Nullable String password, String prefix, Duration timeout) {
    this.prefix = prefix;
    RedisURI.Builder uri = RedisURI.builder().withHost(host).withPort(port).withTimeout(timeout);
    if (password != null) {
      uri.withPassword(password.toCharArray());
    }
    client = RedisClient.create(uri.build());
    client.setOptions(
        ClientOptions.builder()
            .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
            .socketOptions(SocketOptions.builder().connectTimeout(timeout).build())
            .timeoutOptions(TimeoutOptions.enabled(timeout))
            .build());
  }

  @Override
  public byte @Nullable [] get(String key) {
    return attempt(() -> commands().get(prefix + key));
  }

  @Override
  public void put(String key, byte[] value, Duration ttl, Set<String> tags) {
    attempt(
        () -> {
          RedisCommands<String, byte[]> redis = commands();
          redis.set(prefix + key, value, SetArgs.Builder.px(ttl.toMillis()));
          for (String tag : tags) {
            redis.sadd(tagKey(tag), utf8(key));
            redis.pexpire(tagKey(tag), Math.max(ttl.toMillis(), Duration.ofHours(1).toMillis()));
          }
          return key;
        });
  }

  @Override
  public void invalidate(Invalidation invalidation) {
    try {
      attempt(() -> remove(invalidation));
    } catch (RuntimeException failed) {
      invalidationPending = true;
      throw failed;
    }
  }

  private Invalidation remove(Invalidation invalidation) {
    RedisCommands<String, byte[]> redis = commands();
    switch (invalidation.kind()) {
      case KEY -> redis.unlink(prefix + invalidation.text());
      case PATTERN -> unlinkMatching(redis, prefix + escape(invalidation.text()));
      case EVERYTHING -> unlinkMatching(redis, escape(prefix) + "*");
      case TAG -> {
        for (byte[] key : redis.smembers(tagKey(invalidation.text()))) {
          redis.unlink(prefix + new String(key, java.nio.charset.StandardCharsets.UTF_8));
        }
        redis.unlink(tagKey(invalidation.text()));
      }
    }
    redis.publish(
        channel(), utf8(instance + " " + invalidation.kind() + " " + invalidation.text()));
    return invalidation;
  }

  @Override
  public void listen(Consumer<Invalidation> drop) {
    listeners.add(drop);
    try {
      attempt(
          () -> {
            subscribe();
            return drop;
          });
    } catch (RuntimeException notNow) {
      LOG.warn("Redis is unreachable, using the database only: {}", notNow.toString());
    }
  }

  @Override
  public boolean reachable() {
    return reachable;
  }

  @Override
  public void close() {
    client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
  }

  private <T extends @Nullable Object> T attempt(Supplier<T> action) {
    if (!reachable && ticker.read() - retryAt < 0) {
      throw new IllegalStateException("Redis was unreachable less than a second ago");
    }
    try {
      if (invalidationPending) {
        // Keys that were invalidated while Redis was unreachable may still be there.
        remove(Invalidation.ofEverything());
        invalidationPending = false;
      }
      T result = action.get();
      if (!reachable) {
        LOG.info("Redis is reachable again");
        reachable = true;
      }
      return result;
    } catch (RuntimeException failed) {
      if (reachable) {
        LOG.warn("Redis is unreachable: {}", failed.toString());
      }
      retryAt = ticker.read() + RETRY_NANOS;
      reachable = false;
      throw failed;
    }
  }

  private RedisCommands<String, byte[]> commands() {
    StatefulRedisConnection<String, byte[]> open = commands;
    if (open == null) {
      synchronized (this) {
        open = commands;
        if (open == null) {
          open = client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE));
          commands = open;
        }
      }
      if (subscription == null) {
        subscribe();
      }
    }
    return open.sync();
  }

  private synchronized void subscribe() {
    if (subscription != null) {
      return;
    }
    StatefulRedisPubSubConnection<String, String> opened = client.connectPubSub();
    opened.addListener(
        new RedisPubSubAdapter<String, String>() {
          @Override
          public void message(String channel, String message) {
            receive(message);
          }
        });
    opened.addListener(new ReconnectListener());
    opened.sync().subscribe(channel());
    subscription = opened;
  }

  private void receive(String message) {
    String[] parts = message.split(" ", 3);
    if (parts.length == 3 && !parts[0].equals(instance)) {
      notifyListeners(new Invalidation(Invalidation.Kind.valueOf(parts[1]), parts[2]));
    }
  }

  private void notifyListeners(Invalidation invalidation) {
    listeners.forEach(listener -> listener.accept(invalidation));
  }

  private static void unlinkMatching(RedisCommands<String, byte[]> redis, String glob) {
    ScanArgs matching = ScanArgs.Builder.matches(glob).limit(SCAN_STEP);
    KeyScanCursor<String> cursor = redis.scan(matching);
    while (true) {
      if (!cursor.getKeys().isEmpty()) {
        redis.unlink(cursor.getKeys().toArray(String[]::new));
      }
      if (cursor.isFinished()) {
        return;
      }
      cursor = redis.scan(cursor, matching);
    }
  }

  /** Escapes the special characters of Redis globs, except for the asterisk. */
  private static String escape(String pattern) {
    return pattern.replaceAll("([\\\\\\[\\]?])", "\\\\$1");
  }

  private String tagKey(String tag) {
    return prefix + "tag:" + tag;
  }

  private String channel() {
    return prefix + "invalidations";
  }

  private static byte[] utf8(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  /** Drops everything when the subscription is restored, because messages were missed meanwhile. */
  private final class ReconnectListener implements RedisConnectionStateListener {
    @Override
    public void onRedisConnected(
        RedisChannelHandler<?, ?> connection, java.net.SocketAddress address) {
      notifyListeners(Invalidation.ofEverything());
    }
  }
}
