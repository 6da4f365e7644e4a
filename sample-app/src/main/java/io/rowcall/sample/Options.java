package io.rowcall.sample;

import io.rowcall.sample.catalogue.CacheTtls;
import io.rowcall.sample.data.Volumes;
import io.rowcall.sample.db.DatabaseUrl;
import io.rowcall.sample.db.PoolSettings;
import java.util.Map;

/**
 * How the app is started.
 *
 * @param port of Jetty; the JDK's server listens on {@code jdkPort}; 0 is any free one
 * @param indexes whether the migrations include the indexes
 */
public record Options(
    int port,
    int jdkPort,
    Volumes data,
    boolean indexes,
    DatabaseUrl database,
    PoolSettings pool,
    CacheTtls ttls) {

  static final String USAGE =
      """
      usage: java -jar rowcall-sample-app.jar [options]
        --port=3001            port of Jetty; 0 is any free one
        --jdk-port=3002        port of the JDK's own server
        --data=standard|small  how many rows to load into an empty database
        --indexes=on|off       with or without the indexes
      environment: DATABASE_URL, DATABASE_POOL_SIZE, DATABASE_POOL_IDLE, DATABASE_POOL_TIMEOUT (seconds),
        CACHE_TTL_EVENTS, CACHE_TTL_SESSIONS, CACHE_TTL_USERS, CACHE_TTL_AVAILABILITY (milliseconds)
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
            url == null ? DatabaseUrl.inMemory("sample") : DatabaseUrl.parse(url),
            PoolSettings.from(environment),
            CacheTtls.from(environment));
    for (String argument : arguments) {
      options = options.with(argument);
    }
    return options;
  }

  public Options withPorts(int jetty, int jdk) {
    return new Options(jetty, jdk, data, indexes, database, pool, ttls);
  }

  public Options withData(Volumes volumes) {
    return new Options(port, jdkPort, volumes, indexes, database, pool, ttls);
  }

  public Options withIndexes(boolean wanted) {
    return new Options(port, jdkPort, data, wanted, database, pool, ttls);
  }

  public Options withDatabase(DatabaseUrl url) {
    return new Options(port, jdkPort, data, indexes, url, pool, ttls);
  }

  public Options withPool(PoolSettings settings) {
    return new Options(port, jdkPort, data, indexes, database, settings, ttls);
  }

  private Options with(String argument) {
    int equals = argument.indexOf('=');
    String name = equals < 0 ? argument : argument.substring(0, equals);
    String value = equals < 0 ? "" : argument.substring(equals + 1);
    return switch (name) {
      case "--port" -> withPorts(Integer.parseInt(value), jdkPort);
      case "--jdk-port" -> withPorts(port, Integer.parseInt(value));
      case "--data" -> withData(Volumes.named(value));
      case "--indexes" -> withIndexes(on(name, value));
      default -> throw new IllegalArgumentException("unknown option " + argument);
    };
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
