package io.rowcall.sample.load;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the load is run.
 *
 * @param agent the agent's jar; without it, what only the agent knows stays open
 * @param reports reports and results go here, in one folder for each form
 * @param rounds of each form, alternating
 */
record DemoOptions(
    @Nullable Path agent, Path reports, String data, String indexes, int rounds, Duration round) {

  static final String USAGE =
      """
      usage: java -cp rowcall-sample-app.jar io.rowcall.sample.load.Demo [options]
        --agent <jar>          attach this agent to the app
        --reports <folder>     where reports and results go (rowcall-reports)
        --data standard|small  how many rows (standard)
        --indexes on|off       with or without the indexes (on)
        --rounds <n>           rounds of each form (3)
        --seconds <n>          length of a round (4)
      """;

  /**
   * @throws IllegalArgumentException with what was expected, when an argument is not understood
   */
  static DemoOptions parse(String[] arguments) {
    var options =
        new DemoOptions(
            null, Path.of("rowcall-reports"), "standard", "on", 3, Duration.ofSeconds(4));
    for (int i = 0; i < arguments.length; i += 2) {
      if (i + 1 == arguments.length) {
        throw new IllegalArgumentException(arguments[i] + " needs a value");
      }
      options = options.with(arguments[i], arguments[i + 1]);
    }
    return options;
  }

  private DemoOptions with(String name, String value) {
    return switch (name) {
      case "--agent" ->
          new DemoOptions(existing(Path.of(value)), reports, data, indexes, rounds, round);
      case "--reports" -> new DemoOptions(agent, Path.of(value), data, indexes, rounds, round);
      case "--data" -> new DemoOptions(agent, reports, value, indexes, rounds, round);
      case "--indexes" -> new DemoOptions(agent, reports, data, value, rounds, round);
      case "--rounds" ->
          new DemoOptions(agent, reports, data, indexes, Integer.parseInt(value), round);
      case "--seconds" ->
          new DemoOptions(
              agent, reports, data, indexes, rounds, Duration.ofSeconds(Long.parseLong(value)));
      default -> throw new IllegalArgumentException("unknown option " + name);
    };
  }

  private static Path existing(Path jar) {
    if (!jar.toFile().isFile()) {
      throw new IllegalArgumentException("there is no agent at " + jar + "; build it first");
    }
    return jar;
  }
}
