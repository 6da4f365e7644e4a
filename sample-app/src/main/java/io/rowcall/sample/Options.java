package io.rowcall.sample;

import io.rowcall.sample.cache.CacheSettings;
import io.rowcall.sample.catalogue.CacheTtls;
import io.rowcall.sample.data.Volumes;
import io.rowcall.sample.db.DatabaseUrl;
import io.rowcall.sample.db.PoolSettings;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the app is started.
 *
 * @param port of Jetty; the JDK's server listens on {@code jdkPort}; 0 is any free one
 * @param indexes whether the migrations include the indexes
 * @param rateLimit requests of one user in an hour
 * @param limitEverything whether the limiter guards every endpoint, or only answers at its own
 */
public record Options(
    int port,
    int jdkPort,
    Volumes data,
    boolean indexes,
    int rateLimit,
    boolean limitEverything,
    DatabaseUrl database,
    PoolSettings pool,
    CacheTtls ttls,
    CacheSettings cache,
    @Nullable Redis redis) {

  private static final int GENEROUS_LIMIT = 1_000_000;

  static final String USAGE =
      """
      usage: java -jar rowcall-sample-app.jar [options]
        --port=3001            port of Jetty; 0 is any free one
        --jdk-port=3002        port of the JDK's own server
        --data=standard|small  how many rows to load into an empty database
        --indexes=on|off       with or without the indexes
        --rate-limit=N         requests of one user in an hour, for every endpoint
        --cache=on|off         off: nothing is kept for longer than a moment
        --adaptive-ttl=on|off  entries that are read often live twice as long (off)
      environment: DATABASE_URL, DATABASE_POOL_SIZE, DATABASE_POOL_IDLE, DATABASE_POOL_TIMEOUT (seconds),
        CACHE_TTL_EVENTS, CACHE_TTL_SESSIONS, CACHE_TTL_USERS, CACHE_TTL_AVAILABILITY (milliseconds),
        REDIS_HOST, REDIS_PORT, REDIS_PASSWORD
      """;

  public static Options defaults() {
    return parse(new String[0], Map.of());
  }

  /**
   * @throws IllegalArgumentException with what was expected, when an argument or a variable is not
   *     understood
   */
  static Options parse(String[] arguments, Map<String, String> environment) {
    String url = environment.get("DATABASE_URL");
    var options =
        new Options(
            3001,
            3002,
            Volumes.STANDARD,
            true,
            GENEROUS_LIMIT,
            false,
            url == null ? DatabaseUrl.inMemory("sample") : DatabaseUrl.parse(url),
            PoolSettings.from(environment),
            CacheTtls.from(environment),
            CacheSettings.DEFAULT,
            Redis.from(environment));
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
      case "--port" -> withPorts(number(name, value), jdkPort);
      case "--jdk-port" -> withPorts(port, number(name, value));
      case "--data" -> withData(Volumes.named(value));
      case "--indexes" -> withIndexes(on(name, value));
      case "--rate-limit" -> withRateLimit(number(name, value));
      case "--cache" -> on(name, value) ? this : withCache(cache.withMaxBytes(0));
      case "--adaptive-ttl" -> on(name, value) ? withCache(cache.withAdaptiveTtl()) : this;
      default -> throw new IllegalArgumentException("unknown option " + argument);
    };
  }

  public Options withPorts(int jetty, int jdk) {
    return new Options(
        jetty, jdk, data, indexes, rateLimit, limitEverything, database, pool, ttls, cache, redis);
  }

  public Options withData(Volumes volumes) {
    return new Options(
        port,
        jdkPort,
        volumes,
        indexes,
        rateLimit,
        limitEverything,
        database,
        pool,
        ttls,
        cache,
        redis);
  }

  public Options withIndexes(boolean wanted) {
    return new Options(
        port,
        jdkPort,
        data,
        wanted,
        rateLimit,
        limitEverything,
        database,
        pool,
        ttls,
        cache,
        redis);
  }

  /** Every endpoint behind the limiter. */
  public Options withRateLimit(int requestsPerHour) {
    return new Options(
        port, jdkPort, data, indexes, requestsPerHour, true, database, pool, ttls, cache, redis);
  }

  public Options withDatabase(DatabaseUrl url) {
    return new Options(
        port, jdkPort, data, indexes, rateLimit, limitEverything, url, pool, ttls, cache, redis);
  }

  public Options withPool(PoolSettings settings) {
    return new Options(
        port,
        jdkPort,
        data,
        indexes,
        rateLimit,
        limitEverything,
        database,
        settings,
        ttls,
        cache,
        redis);
  }

  public Options withCache(CacheSettings settings) {
    return new Options(
        port,
        jdkPort,
        data,
        indexes,
        rateLimit,
        limitEverything,
        database,
        pool,
        ttls,
        settings,
        redis);
  }

  public Options withRedis(String host, int number) {
    return new Options(
        port,
        jdkPort,
        data,
        indexes,
        rateLimit,
        limitEverything,
        database,
        pool,
        ttls,
        cache,
        new Redis(host, number, null));
  }

  /** Where the second tier of the cache is. */
  record Redis(String host, int port, @Nullable String password) {

    static @Nullable Redis from(Map<String, String> environment) {
      String host = environment.get("REDIS_HOST");
      return host == null
          ? null
          : new Redis(
              host,
              Integer.parseInt(environment.getOrDefault("REDIS_PORT", "6379")),
              environment.get("REDIS_PASSWORD"));
    }

    /** Without the password, for messages. */
    @Override
    public String toString() {
      return host + ":" + port;
    }
  }

  private static int number(String name, String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException notANumber) {
      throw new IllegalArgumentException(name + " must be a whole number; it is \"" + value + "\"");
    }
  }

  private static boolean on(String name, String value) {
    return switch (value) {
      case "on" -> true;
      case "off" -> false;
      default ->
          throw new IllegalArgumentException(name + " must be on or off; it is \"" + value + "\"");
    };
  }
}
