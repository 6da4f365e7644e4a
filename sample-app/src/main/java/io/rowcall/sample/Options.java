package io.rowcall.sample;

import io.rowcall.cache.CacheSettings;
import io.rowcall.cache.RedisTier;
import io.rowcall.sample.catalog.CacheTtls;
import io.rowcall.sample.data.Volumes;
import io.rowcall.sample.db.DatabaseUrl;
import io.rowcall.sample.db.PoolSettings;
import io.rowcall.sample.wiring.Applied;
import io.rowcall.sample.wiring.Parts;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Immutable options of the app. */
public final class Options {

  static final String USAGE =
      """
      usage: java -jar rowcall-sample-app.jar [options]
        --port=3001            port of Jetty; 0 for any free one
        --jdk-port=3002        port of the JDK's server
        --data=standard|small|dashboard
                               rows to load into an empty database
        --indexes=on|off       with or without the indexes
        --rate-limit=N         requests per user and hour, for every endpoint
        --cache=F, --parallel=F, --algorithm=F
                               which form has the cache, parallel queries, the faster algorithm:
                               none, optimized, or both, to measure the part in the baseline (optimized)
        --adaptive-ttl=on|off  frequently read entries live twice as long (off)
      environment: DATABASE_URL, DATABASE_POOL_SIZE, DATABASE_POOL_IDLE, DATABASE_POOL_TIMEOUT (seconds),
        CACHE_TTL_EVENTS, CACHE_TTL_SESSIONS, CACHE_TTL_USERS, CACHE_TTL_AVAILABILITY (milliseconds),
        REDIS_HOST, REDIS_PORT, REDIS_PASSWORD
      """;

  private int port = 3001;
  private int jdkPort = 3002;
  private Volumes data = Volumes.STANDARD;
  private boolean indexes = true;
  private int rateLimit = 1_000_000;
  private boolean limitEverything;
  private Parts parts = Parts.DEFAULT;
  private DatabaseUrl database = DatabaseUrl.inMemory("sample");
  private PoolSettings pool = PoolSettings.DEFAULT;
  private CacheTtls ttls = CacheTtls.DEFAULT;
  private CacheSettings cache = CacheSettings.DEFAULT;
  private @Nullable Redis redis;

  private Options() {}

  public static Options defaults() {
    return new Options();
  }

  /**
   * Parses arguments and environment variables.
   *
   * @throws IllegalArgumentException if one of them is invalid; the message says what was expected
   */
  static Options parse(String[] arguments, Map<String, String> environment) {
    var options = new Options();
    String url = environment.get("DATABASE_URL");
    if (url != null) {
      options.database = DatabaseUrl.parse(url);
    }
    options.pool = PoolSettings.from(environment);
    options.ttls = CacheTtls.from(environment);
    options.redis = Redis.from(environment);
    for (String argument : arguments) {
      options = options.with(argument);
    }
    return options;
  }

  private Options with(String argument) {
    int equals = argument.indexOf('=');
    String name = equals < 0 ? argument : argument.substring(0, equals);
    String value = equals < 0 ? "" : argument.substring(equals + 1);
    return switch (name) {
      case "--port" -> withPorts(integer(name, value), jdkPort);
      case "--jdk-port" -> withPorts(port, integer(name, value));
      case "--data" -> withData(Volumes.named(value));
      case "--indexes" -> withIndexes(onOrOff(name, value));
      case "--rate-limit" -> withRateLimit(integer(name, value));
      case "--cache" -> withParts(parts.withCache(applied(name, value)));
      case "--parallel" -> withParts(parts.withParallel(applied(name, value)));
      case "--algorithm" -> withParts(parts.withAlgorithm(applied(name, value)));
      case "--adaptive-ttl" -> onOrOff(name, value) ? withCache(cache.withAdaptiveTtl()) : this;
      default -> throw new IllegalArgumentException("unknown option " + argument);
    };
  }

  public Options withPorts(int jetty, int jdk) {
    return copy(
        copy -> {
          copy.port = jetty;
          copy.jdkPort = jdk;
        });
  }

  public Options withData(Volumes volumes) {
    return copy(copy -> copy.data = volumes);
  }

  public Options withIndexes(boolean enabled) {
    return copy(copy -> copy.indexes = enabled);
  }

  /** Limits the requests to every endpoint. */
  public Options withRateLimit(int requestsPerHour) {
    return copy(
        copy -> {
          copy.rateLimit = requestsPerHour;
          copy.limitEverything = true;
        });
  }

  public Options withParts(Parts newParts) {
    return copy(copy -> copy.parts = newParts);
  }

  public Options withDatabase(DatabaseUrl url) {
    return copy(copy -> copy.database = url);
  }

  public Options withPool(PoolSettings settings) {
    return copy(copy -> copy.pool = settings);
  }

  public Options withCache(CacheSettings settings) {
    return copy(copy -> copy.cache = settings);
  }

  public Options withRedis(String host, int redisPort, Duration timeout) {
    return copy(copy -> copy.redis = new Redis(host, redisPort, null, timeout));
  }

  /** Returns Jetty's port; 0 for any free one. */
  int port() {
    return port;
  }

  /** Returns the port of the JDK's server; 0 for any free one. */
  int jdkPort() {
    return jdkPort;
  }

  Volumes data() {
    return data;
  }

  boolean indexes() {
    return indexes;
  }

  /** Returns the requests that one user may send in an hour. */
  int rateLimit() {
    return rateLimit;
  }

  /** Returns whether the limiter guards every endpoint, or only serves its own. */
  boolean limitEverything() {
    return limitEverything;
  }

  Parts parts() {
    return parts;
  }

  DatabaseUrl database() {
    return database;
  }

  PoolSettings pool() {
    return pool;
  }

  CacheTtls ttls() {
    return ttls;
  }

  /** Returns the cache settings; with a capacity of zero if no form uses the cache. */
  CacheSettings cache() {
    return parts.cache() == Applied.NONE ? cache.withMaxBytes(0) : cache;
  }

  @Nullable Redis redis() {
    return redis;
  }

  private Options copy(Consumer<Options> change) {
    var copy = new Options();
    copy.port = port;
    copy.jdkPort = jdkPort;
    copy.data = data;
    copy.indexes = indexes;
    copy.rateLimit = rateLimit;
    copy.limitEverything = limitEverything;
    copy.parts = parts;
    copy.database = database;
    copy.pool = pool;
    copy.ttls = ttls;
    copy.cache = cache;
    copy.redis = redis;
    change.accept(copy);
    return copy;
  }

  /** Address of the cache's second tier. */
  record Redis(String host, int port, @Nullable String password, Duration timeout) {

    static @Nullable Redis from(Map<String, String> environment) {
      String host = environment.get("REDIS_HOST");
      return host == null
          ? null
          : new Redis(
              host,
              Integer.parseInt(environment.getOrDefault("REDIS_PORT", "6379")),
              environment.get("REDIS_PASSWORD"),
              RedisTier.DEFAULT_TIMEOUT);
    }

    /** Leaves the password out, for messages. */
    @Override
    public String toString() {
      return host + ":" + port;
    }
  }

  private static int integer(String name, String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException notANumber) {
      throw new IllegalArgumentException(name + " must be a whole number, not \"" + value + "\"");
    }
  }

  private static Applied applied(String name, String value) {
    return switch (value) {
      case "none" -> Applied.NONE;
      case "optimized" -> Applied.OPTIMIZED;
      case "both" -> Applied.BOTH;
      default ->
          throw new IllegalArgumentException(
              name + " must be none, optimized or both, not \"" + value + "\"");
    };
  }

  private static boolean onOrOff(String name, String value) {
    return switch (value) {
      case "on" -> true;
      case "off" -> false;
      default ->
          throw new IllegalArgumentException(name + " must be on or off, not \"" + value + "\"");
    };
  }
}
