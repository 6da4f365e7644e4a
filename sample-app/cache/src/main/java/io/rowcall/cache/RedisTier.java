package io.rowcall.cache;

import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandInterruptedException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Second tier on one Redis server, version 5 or newer. Below the prefix, {@code value:} holds the
 * values with their TTL, {@code tag:} a set of keys for each tag, {@code versions} the counters of
 * {@link Versions}; invalidations are published on {@code invalidations}.
 *
 * <p>A value is stored by a script that compares its version, so one that was loaded before an
 * invalidation by any instance is refused.
 *
 * <p>While Redis is unreachable, every call fails at once, and a thread of its own tries to connect
 * again. Whatever is invalidated meanwhile may still be in Redis: everything is dropped there
 * before values are read again. After a lost connection, listeners drop everything, because they
 * may have missed messages.
 */
public final class RedisTier implements SecondTier {

  /** Time after which a command is given up and the value is loaded instead. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofMillis(500);

  private static final int SCAN_STEP = 500;
  private static final char OF_KEY = 'k';
  private static final char OF_ANY_KEY = 'a';

  private final String instance = UUID.randomUUID().toString();
  private final String prefix;
  private final Duration timeout;
  private final RedisConnector connector;
  private final RedisStallGuard guard;
  private final CopyOnWriteArrayList<Consumer<Invalidation>> listeners =
      new CopyOnWriteArrayList<>();
  private final AtomicLong failedInvalidations = new AtomicLong();
  private volatile long repairedInvalidations;

  /**
   * Starts to connect, without waiting for it.
   *
   * @param prefix of all keys, so that several services can share a Redis
   */
  public RedisTier(
      String host, int port, @Nullable String password, String prefix, Duration timeout) {
    this(address(host, port, password, timeout), prefix, timeout.dividedBy(10));
  }

  RedisTier(RedisURI address, String prefix, Duration patience) {
    this.prefix = prefix;
    timeout = address.getTimeout();
    guard = new RedisStallGuard(patience);
    connector = new RedisConnector(address, channel(), this::receive, this::prepare);
    connector.start();
  }

  static RedisURI address(String host, int port, @Nullable String password, Duration timeout) {
    RedisURI.Builder uri = RedisURI.builder().withHost(host).withPort(port).withTimeout(timeout);
    if (password != null) {
      uri.withPassword(password.toCharArray());
    }
    return uri.build();
  }

  /**
   * Waits for the first attempt to connect, for the timeout at most; without it, the first values
   * after a start are not shared.
   *
   * @return whether Redis is reachable
   */
  public boolean awaitConnection() throws InterruptedException {
    return connector.awaitFirstAttempt(timeout);
  }

  @Override
  public Found find(CacheKey<?> key) {
    List<byte @Nullable []> parts =
        attemptRepaired(
            redis ->
                RedisScripts.FIND.run(
                    redis,
                    ScriptOutputType.OBJECT,
                    List.of(versions(), valueKey(key.text())),
                    arguments(fields(key), newEpoch())));
    return found(parts);
  }

  private static Found found(List<?> parts) {
    long millis = (Long) parts.get(1);
    return new Found(
        (byte[]) parts.get(0),
        millis < 0 ? Duration.ZERO : Duration.ofMillis(millis),
        OF_KEY + text((byte[]) parts.get(2)));
  }

  @Override
  public String version(@Nullable CacheKey<?> key) {
    byte[] version =
        attemptRepaired(
            redis ->
                RedisScripts.VERSION.run(
                    redis,
                    ScriptOutputType.VALUE,
                    List.of(versions()),
                    arguments(fields(key), newEpoch())));
    return (key == null ? OF_ANY_KEY : OF_KEY) + text(version);
  }

  @Override
  public boolean put(CacheKey<?> key, byte[] value, String version) {
    List<String> keys = new ArrayList<>(List.of(versions(), valueKey(key.text())));
    key.tags().forEach(tag -> keys.add(tagKey(tag)));
    int[] fields = fields(version.charAt(0) == OF_KEY ? key : null);
    Long stored =
        attemptRepaired(
            redis ->
                RedisScripts.PUT.run(
                    redis,
                    ScriptOutputType.INTEGER,
                    keys,
                    arguments(
                        fields,
                        newEpoch(),
                        utf8(version.substring(1)),
                        value,
                        utf8(Long.toString(Math.max(1, key.ttl().toMillis()))),
                        utf8(key.text()))));
    return stored == 1;
  }

  @Override
  public void invalidate(Invalidation invalidation) {
    try {
      attempt(redis -> remove(redis, invalidation));
    } catch (RuntimeException failed) {
      failedInvalidations.incrementAndGet();
      connector.execute(this::repair);
      throw failed;
    }
  }

  @Override
  public void listen(Consumer<Invalidation> drop) {
    listeners.add(drop);
  }

  @Override
  public boolean reachable() {
    return connector.isOpen();
  }

  @Override
  public void close() {
    connector.close();
  }

  /** Returns whether somebody is waiting for an answer that is late. */
  boolean isStalled() {
    return guard.isStalled();
  }

  private <T> T attempt(Function<RedisCalls, T> action) {
    StatefulRedisConnection<String, byte[]> connection = connector.commands();
    if (connection == null) {
      throw new IllegalStateException("Redis is unreachable");
    }
    try {
      return action.apply(new RedisCalls(connection, guard));
    } catch (RedisCommandInterruptedException
        | RedisCommandExecutionException
        | RedisStallGuard.LateAnswerException reachable) {
      // Interrupted, refused by Redis, or left to the caller who is waiting.
      throw reachable;
    } catch (RuntimeException failed) {
      connector.abandon(connection, failed);
      throw failed;
    }
  }

  /** Leaves nothing from before behind, here and in Redis, when a connection is established. */
  private void prepare(StatefulRedisConnection<String, byte[]> connection) {
    repair(new RedisCalls(connection, guard));
    notifyListeners(Invalidation.ofEverything());
    // For an invalidation that fails between these two steps.
    connector.execute(this::repair);
  }

  /** Repeats failed invalidations, as one of everything, or tries so again in a second. */
  private void repair() {
    try {
      if (connector.isOpen()) {
        attempt(this::repair);
      }
    } catch (RuntimeException failed) {
      connector.executeLater(this::repair);
    }
  }

  private long repair(RedisCalls redis) {
    long failed = failedInvalidations.get();
    if (failed != repairedInvalidations) {
      remove(redis, Invalidation.ofEverything());
      repairedInvalidations = failed;
    }
    return failed;
  }

  /** Keeps everybody from values that should have been dropped. */
  private <T> T attemptRepaired(Function<RedisCalls, T> action) {
    if (failedInvalidations.get() != repairedInvalidations) {
      throw new IllegalStateException("an invalidation has not reached Redis yet");
    }
    return attempt(action);
  }

  private Invalidation remove(RedisCalls redis, Invalidation invalidation) {
    byte[] channel = utf8(channel());
    byte[] message = utf8(instance + " " + invalidation.kind() + " " + invalidation.text());
    int[] fields = {Versions.index(invalidation), Versions.TOTAL};
    switch (invalidation.kind()) {
      case KEY -> {
        List<String> keys = List.of(versions(), valueKey(invalidation.text()));
        run(RedisScripts.DROP_KEY, redis, keys, arguments(fields, channel, message));
      }
      case TAG -> {
        List<String> keys = List.of(versions(), tagKey(invalidation.text()));
        byte[] values = utf8(valueKey(""));
        run(RedisScripts.DROP_TAG, redis, keys, arguments(fields, channel, message, values));
      }
      case PREFIX, PATTERN, EVERYTHING -> {
        run(RedisScripts.INCREMENT, redis, List.of(versions()), arguments(fields));
        unlinkMatching(redis, glob(invalidation));
        Long unused = redis.call(commands -> commands.publish(channel(), message));
      }
    }
    return invalidation;
  }

  private static void run(
      RedisScripts script, RedisCalls redis, List<String> keys, List<byte[]> arguments) {
    Long unused = script.run(redis, ScriptOutputType.INTEGER, keys, arguments);
  }

  private static void unlinkMatching(RedisCalls redis, String glob) {
    ScanArgs matching = ScanArgs.Builder.matches(glob).limit(SCAN_STEP);
    KeyScanCursor<String> cursor = redis.call(commands -> commands.scan(matching));
    while (true) {
      String[] found = cursor.getKeys().toArray(String[]::new);
      if (found.length > 0) {
        Long unused = redis.call(commands -> commands.unlink(found));
      }
      if (cursor.isFinished()) {
        return;
      }
      KeyScanCursor<String> last = cursor;
      cursor = redis.call(commands -> commands.scan(last, matching));
    }
  }

  /** Returns a glob of Redis: what the caller wrote stands for itself, but for the asterisks. */
  private String glob(Invalidation invalidation) {
    String glob =
        invalidation.literals().stream().map(RedisTier::escape).collect(Collectors.joining("*"));
    boolean open = invalidation.kind() != Invalidation.Kind.PATTERN;
    return escape(valueKey("")) + glob + (open ? "*" : "");
  }

  private static String escape(String literal) {
    return literal.replaceAll("([\\\\\\[\\]*?])", "\\\\$1");
  }

  private void receive(String message) {
    String[] parts = message.split(" ", 3);
    if (parts.length == 3 && !parts[0].equals(instance)) {
      notifyListeners(invalidation(parts[1], parts[2]));
    }
  }

  /** A kind that only a newer version of this class knows may mean any key. */
  private static Invalidation invalidation(String kind, String text) {
    for (Invalidation.Kind known : Invalidation.Kind.values()) {
      if (known.name().equals(kind)) {
        return Invalidation.of(known, text);
      }
    }
    return Invalidation.ofEverything();
  }

  private void notifyListeners(Invalidation invalidation) {
    listeners.forEach(listener -> listener.accept(invalidation));
  }

  private static int[] fields(@Nullable CacheKey<?> key) {
    return key == null ? new int[] {Versions.TOTAL} : Versions.indexes(key);
  }

  private static List<byte[]> arguments(int[] fields, byte[]... first) {
    List<byte[]> arguments = new ArrayList<>(List.of(first));
    for (int field : fields) {
      arguments.add(utf8(Integer.toString(field)));
    }
    return arguments;
  }

  private static byte[] newEpoch() {
    return utf8(UUID.randomUUID().toString());
  }

  private String valueKey(String text) {
    return prefix + "value:" + text;
  }

  private String tagKey(String tag) {
    return prefix + "tag:" + tag;
  }

  private String versions() {
    return prefix + "versions";
  }

  private String channel() {
    return prefix + "invalidations";
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }
}
