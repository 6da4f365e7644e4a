package io.rowcall.load;

import io.rowcall.load.database.DatabaseServer;
import io.rowcall.load.database.H2Server;
import io.rowcall.load.database.PostgresServer;
import io.rowcall.sample.catalog.Endpoint;
import io.rowcall.sample.data.Volumes;
import io.rowcall.sample.db.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Options of the demo.
 *
 * @param agent the agent's jar; null to run without it
 * @param reports folder for results, with one subfolder of reports per variant
 * @param postgres URL of a PostgreSQL that the demo may use; {@code embedded} to start one, null
 *     for H2
 * @param roundTrip between the app and its database; zero runs H2 in the app's process
 * @param rounds per variant, alternating
 * @param ablation whether to measure each part of the optimization alone, too
 */
record DemoOptions(
    @Nullable Path agent,
    Path reports,
    Volumes data,
    @Nullable String postgres,
    boolean indexes,
    Duration roundTrip,
    int rounds,
    Duration round,
    boolean ablation) {

  private static final String EMBEDDED = "embedded";

  static final String USAGE =
      """
      usage: mvn -Pdemo [-Ddemo.<option>=<value>]...
        agent <jar>            agent to attach to the app
        reports <folder>       folder for reports and results (rowcall-reports)
        data standard|small|dashboard
                               amount of data; dashboard: a thousand users of analytics only (standard)
        database h2|postgres   postgres: the one at DATABASE_URL, otherwise an embedded one (h2)
        indexes on|off         with or without the indexes (on)
        round-trip 0|1|...     milliseconds to the database; 0 runs H2 in the app's process (1)
        rounds <n>             alternating rounds (4)
        seconds <n>            length of a round: 5 tenths baseline, 2 without the cache, 3 optimized (10)
        ablation on|off        also measure each part of the optimization alone (on)
      Without Maven, each option is --<option> <value>.
      """;

  private static final Set<String> NAMES =
      Set.of(
          "--agent",
          "--reports",
          "--data",
          "--database",
          "--indexes",
          "--round-trip",
          "--rounds",
          "--seconds",
          "--ablation");

  /**
   * Parses command-line arguments.
   *
   * @throws IllegalArgumentException if an argument is invalid; the message says what was expected
   */
  static DemoOptions parse(String[] arguments, Map<String, String> environment) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      if (!NAMES.contains(arguments[i]) || i + 1 == arguments.length) {
        throw new IllegalArgumentException(
            "unknown option or missing value: "
                + Arrays.stream(arguments).skip(i).collect(Collectors.joining(" ")));
      }
      values.put(arguments[i], arguments[i + 1]);
    }
    String agent = values.get("--agent");
    return new DemoOptions(
        agent == null ? null : requireFile(Path.of(agent)),
        Path.of(values.getOrDefault("--reports", "rowcall-reports")),
        Volumes.named(values.getOrDefault("--data", "standard")),
        postgres(values.get("--database"), environment.get("DATABASE_URL")),
        on(values, "--indexes", true),
        Duration.ofMillis(integer(values, "--round-trip", 1)),
        integer(values, "--rounds", 4),
        Duration.ofSeconds(integer(values, "--seconds", 10)),
        on(values, "--ablation", true));
  }

  /** Returns H2 unless PostgreSQL is requested or DATABASE_URL points to one. */
  private static @Nullable String postgres(@Nullable String database, @Nullable String url) {
    boolean isPostgresUrl = url != null && !url.startsWith("jdbc:h2:");
    if (database == null) {
      return isPostgresUrl ? url : null;
    }
    return switch (database) {
      case "h2" -> null;
      case "postgres" -> isPostgresUrl ? url : EMBEDDED;
      default ->
          throw new IllegalArgumentException(
              "--database must be h2 or postgres, not \"" + database + "\"");
    };
  }

  /** Returns the endpoints under load. */
  List<Endpoint> endpoints() {
    return Arrays.stream(Endpoint.values())
        .filter(each -> data != Volumes.DASHBOARD || each.source() == Endpoint.Source.ANALYTICS)
        .toList();
  }

  /** Returns the length of a warm-up round. */
  Duration warmUp() {
    return round.dividedBy(5);
  }

  /** Returns whether the database runs in the app's process. */
  boolean isInProcess() {
    return postgres == null && roundTrip.isZero();
  }

  /** Starts the database server, or connects to a running one. */
  DatabaseServer server() throws IOException, SQLException {
    if (postgres == null) {
      return new H2Server();
    }
    return postgres.equals(EMBEDDED)
        ? PostgresServer.embedded()
        : PostgresServer.at(DatabaseUrl.parse(postgres));
  }

  private static Path requireFile(Path jar) {
    if (!jar.toFile().isFile()) {
      throw new IllegalArgumentException("no agent at " + jar + "; build it first");
    }
    return jar;
  }

  private static int integer(Map<String, String> values, String name, int defaultValue) {
    String text = values.get(name);
    try {
      return text == null ? defaultValue : Integer.parseInt(text);
    } catch (NumberFormatException notANumber) {
      throw new IllegalArgumentException(name + " must be a whole number, not \"" + text + "\"");
    }
  }

  private static boolean on(Map<String, String> values, String name, boolean defaultValue) {
    String text = values.get(name);
    if (text == null) {
      return defaultValue;
    }
    return switch (text) {
      case "on" -> true;
      case "off" -> false;
      default ->
          throw new IllegalArgumentException(name + " must be on or off, not \"" + text + "\"");
    };
  }
}
