package io.rowcall.sample.load;

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
 * How the load is run.
 *
 * @param agent the agent's jar; without it, what only the agent knows stays open
 * @param reports reports and results go here, in one folder for each form
 * @param postgres where a PostgreSQL runs that the demo may use; {@code embedded} for one that is
 *     started for it, null for H2
 * @param roundTrip between the app and its database; zero runs H2 within the app
 * @param rounds of each lane, alternating
 * @param ablation whether to also measure each part of the optimization alone
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
      usage: java -cp rowcall-sample-app.jar io.rowcall.sample.load.Demo [options]
        --agent <jar>          attach this agent to the app
        --reports <folder>     where reports and results go (rowcall-reports)
        --data standard|small|dashboard
                               how many rows; dashboard: a thousand users who ask for analytics only (standard)
        --database h2|postgres postgres: the one at DATABASE_URL, otherwise one that Maven brings along (h2)
        --indexes on|off       with or without the indexes (on)
        --round-trip 0|1|...   milliseconds to the database; 0 runs H2 within the app (1)
        --rounds <n>           alternating rounds (4)
        --seconds <n>          length of a round: 5 tenths baseline, 2 without the cache, 3 optimized (10)
        --ablation on|off      also what each part of the optimization is worth alone (on)
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
   * @throws IllegalArgumentException with what was expected, when an argument is not understood
   */
  static DemoOptions parse(String[] arguments, Map<String, String> environment) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      if (!NAMES.contains(arguments[i]) || i + 1 == arguments.length) {
        throw new IllegalArgumentException(
            "not understood: " + Arrays.stream(arguments).skip(i).collect(Collectors.joining(" ")));
      }
      given.put(arguments[i], arguments[i + 1]);
    }
    String agent = given.get("--agent");
    return new DemoOptions(
        agent == null ? null : existing(Path.of(agent)),
        Path.of(given.getOrDefault("--reports", "rowcall-reports")),
        Volumes.named(given.getOrDefault("--data", "standard")),
        postgres(given.get("--database"), environment.get("DATABASE_URL")),
        on(given, "--indexes", true),
        Duration.ofMillis(number(given, "--round-trip", 1)),
        number(given, "--rounds", 4),
        Duration.ofSeconds(number(given, "--seconds", 10)),
        on(given, "--ablation", true));
  }

  /** H2, unless PostgreSQL is asked for, or its URL is there. */
  private static @Nullable String postgres(@Nullable String database, @Nullable String url) {
    boolean urlOfPostgres = url != null && !url.startsWith("jdbc:h2:");
    if (database == null) {
      return urlOfPostgres ? url : null;
    }
    return switch (database) {
      case "h2" -> null;
      case "postgres" -> urlOfPostgres ? url : EMBEDDED;
      default ->
          throw new IllegalArgumentException(
              "--database must be h2 or postgres; it is \"" + database + "\"");
    };
  }

  /** What is asked for. */
  List<Endpoint> endpoints() {
    return Arrays.stream(Endpoint.values())
        .filter(each -> data != Volumes.DASHBOARD || each.source() == Endpoint.Source.ANALYTICS)
        .toList();
  }

  /** Of each of the rounds that come before the measured ones. */
  Duration warmUp() {
    return round.dividedBy(5);
  }

  /** Whether the app holds its database itself. */
  boolean withinTheApp() {
    return postgres == null && roundTrip.isZero();
  }

  /** Starts the database server, or finds it. */
  DatabaseServer server() throws IOException, SQLException {
    if (postgres == null) {
      return new H2Server();
    }
    return postgres.equals(EMBEDDED)
        ? PostgresServer.embedded()
        : PostgresServer.at(DatabaseUrl.parse(postgres));
  }

  private static Path existing(Path jar) {
    if (!jar.toFile().isFile()) {
      throw new IllegalArgumentException("there is no agent at " + jar + "; build it first");
    }
    return jar;
  }

  private static int number(Map<String, String> given, String name, int otherwise) {
    String text = given.get(name);
    try {
      return text == null ? otherwise : Integer.parseInt(text);
    } catch (NumberFormatException notANumber) {
      throw new IllegalArgumentException(name + " must be a whole number; it is \"" + text + "\"");
    }
  }

  private static boolean on(Map<String, String> given, String name, boolean otherwise) {
    String text = given.get(name);
    if (text == null) {
      return otherwise;
    }
    return switch (text) {
      case "on" -> true;
      case "off" -> false;
      default ->
          throw new IllegalArgumentException(name + " must be on or off; it is \"" + text + "\"");
    };
  }
}
