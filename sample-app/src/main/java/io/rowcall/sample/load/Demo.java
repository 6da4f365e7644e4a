package io.rowcall.sample.load;

import io.rowcall.sample.catalogue.Endpoint;
import io.rowcall.sample.catalogue.Form;
import io.rowcall.sample.data.Volumes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Runs the app twice, once for each form of its endpoints, drives both in alternating rounds, and
 * prints what changed.
 */
public final class Demo {

  private static final Duration WARM_UP = Duration.ofSeconds(4);
  private static final double START_SECONDS = 6;

  private final DemoOptions options;
  private final int cores = Runtime.getRuntime().availableProcessors();

  private Demo(DemoOptions options) {
    this.options = options;
  }

  public static void main(String[] arguments) throws Exception {
    DemoOptions options;
    try {
      options = DemoOptions.parse(arguments);
    } catch (IllegalArgumentException notUnderstood) {
      System.err.println(notUnderstood.getMessage());
      System.err.print(DemoOptions.USAGE);
      System.exit(2);
      return;
    }
    new Demo(options).run();
  }

  private void run() throws Exception {
    List<Endpoint> mix = List.of(Endpoint.values());
    Path work = Files.createTempDirectory("rowcall-demo");
    var progress =
        new Progress(
            System.err,
            2 * START_SECONDS
                + 2 * WARM_UP.toSeconds()
                + 2.0 * options.rounds() * options.round().toSeconds());
    progress.begin("start the app for the baseline");
    try (Service baselineService = start(work, Form.BASELINE)) {
      progress.done(START_SECONDS);
      progress.begin("start the app for the optimised form");
      try (Service optimisedService = start(work, Form.OPTIMISED)) {
        progress.done(START_SECONDS);
        int users = Volumes.named(options.data()).users();
        var baseline = new Contender(Form.BASELINE, baselineService, mix, users, cores);
        var optimised = new Contender(Form.OPTIMISED, optimisedService, mix, users, cores);
        drive(progress, List.of(baseline, optimised));
        progress.begin("stop the app and read the reports");
        AgentReport before = stop(baseline);
        AgentReport after = stop(optimised);
        progress.end();
        System.out.println(conditions(baselineService));
        System.out.print(new ResultTable(baseline, optimised, before, after).print(mix));
      }
    } finally {
      delete(work);
    }
  }

  private Service start(Path work, Form form) throws IOException {
    return Service.start(
        work.resolve(form.label()),
        options.agent(),
        List.of("--data=" + options.data(), "--indexes=" + options.indexes()),
        Map.of());
  }

  private void drive(Progress progress, List<Contender> contenders) throws Exception {
    for (Contender contender : contenders) {
      progress.begin("warm up, " + contender.form().label());
      contender.warmUp(WARM_UP);
      progress.done(WARM_UP.toSeconds());
    }
    for (int round = 1; round <= options.rounds(); round++) {
      for (Contender contender : contenders) {
        progress.begin(
            "round " + round + " of " + options.rounds() + ", " + contender.form().label());
        contender.measure(options.round());
        progress.done(options.round().toSeconds());
      }
    }
  }

  private AgentReport stop(Contender contender) throws Exception {
    contender.service().stop();
    Path reports = options.reports().resolve(contender.form().label());
    contender.service().collectReports(reports);
    return AgentReport.read(reports);
  }

  private String conditions(Service service) {
    return String.format(
        Locale.ROOT,
        """

        %s; round trip 0 ms (in the same process); %d cores, %d workers in a closed loop at half of what they can do
        users by Zipf, pages 1 to 3; queries are those of the most expensive request; latency from the planned start
        """,
        service.conditions(),
        cores,
        cores);
  }

  private static void delete(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (var files = Files.walk(folder)) {
        for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
