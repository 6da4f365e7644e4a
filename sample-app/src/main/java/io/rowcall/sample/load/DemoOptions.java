package io.rowcall.sample.load;

import io.rowcall.sample.data.Volumes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the load is run.
 *
 * @param agent the agent's jar; without it, what only the agent knows stays open
 * @param reports reports and results go here, in one folder for each form
 * @param roundTrip between the app and its database; zero runs the database within the app
 * @param rounds of each lane, alternating
 * @param ablation whether to also run with one thing switched off at a time
 */
record DemoOptions(
    @Nullable Path agent,
    Path reports,
    Volumes data,
    boolean indexes,
    Duration roundTrip,
    int rounds,
    Duration round,
    boolean ablation) {

  static final String USAGE =
      """
      usage: java -cp rowcall-sample-app.jar io.rowcall.sample.load.Demo [options]
        --agent <jar>          attach this agent to the app
        --reports <folder>     where reports and results go (rowcall-reports)
        --data standard|small  how many rows (standard)
        --indexes on|off       with or without the indexes (on)
        --round-trip 0|1|...   milliseconds to the database; 0 runs it within the app (1)
        --rounds <n>           alternating rounds (4)
        --seconds <n>          length of a round: 5 tenths baseline, 2 without the cache, 3 optimised (10)
        --ablation on|off      also with one thing switched off at a time; takes minutes (off)
      """;

  private static final Set<String> NAMES =
      Set.of(
          "--agent",
          "--reports",
          "--data",
          "--indexes",
          "--round-trip",
          "--rounds",
          "--seconds",
          "--ablation");

  /**
   * @throws IllegalArgumentException with what was expected, when an argument is not understood
   */
  static DemoOptions parse(String[] arguments) {
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
        on(given, "--indexes", true),
        Duration.ofMillis(number(given, "--round-trip", 1)),
        number(given, "--rounds", 4),
        Duration.ofSeconds(number(given, "--seconds", 10)),
        on(given, "--ablation", false));
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
