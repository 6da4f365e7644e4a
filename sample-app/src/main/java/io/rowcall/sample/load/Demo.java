package io.rowcall.sample.load;

import io.rowcall.sample.catalogue.Endpoint;
import io.rowcall.sample.catalogue.Form;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs the app twice, once for each form of its endpoints, drives both in alternating rounds, and
 * prints what changed.
 */
public final class Demo {

  /** Of each half of the warm-up: the second one also finds out how fast the form can go. */
  private static final Duration WARM_UP = Duration.ofSeconds(3);

  /**
   * A round of the slower form is so many times as long, so that it too answers enough requests.
   */
  static final int BASELINE_SHARE = 2;

  private static final double START_SECONDS = 8;

  private final DemoOptions options;
  private final int cores = Runtime.getRuntime().availableProcessors();
  private final int workers = 4 * cores;
  private final List<Endpoint> endpoints = List.of(Endpoint.values());

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
    Path work = Files.createTempDirectory("rowcall-demo");
    var progress =
        new Progress(
            System.err,
            2 * START_SECONDS
                + 4 * WARM_UP.toSeconds()
                + (1.0 + BASELINE_SHARE) * options.rounds() * options.round().toSeconds());
    try (RemoteDatabase remote =
        options.roundTrip().isZero() ? null : new RemoteDatabase(options.roundTrip())) {
      progress.begin("start the app for the baseline");
      try (Service baselineService = start(work, Form.BASELINE, remote)) {
        progress.done(START_SECONDS);
        progress.begin("start the app for the optimised form");
        try (Service optimisedService = start(work, Form.OPTIMISED, remote)) {
          progress.done(START_SECONDS);
          int users = options.data().users();
          var baseline = new Contender(Form.BASELINE, baselineService, endpoints, users, workers);
          var optimised =
              new Contender(Form.OPTIMISED, optimisedService, endpoints, users, workers);
          drive(progress, List.of(baseline, optimised));
          progress.begin("stop the app and read the reports");
          Result result = result(baseline, optimised);
          progress.end();
          publish(result);
        }
      }
      if (options.ablation()) {
        new Ablation(options, work).run();
      }
    } finally {
      delete(work);
    }
  }

  private Service start(Path work, Form form, @Nullable RemoteDatabase remote) throws Exception {
    Map<String, String> environment =
        remote == null
            ? Map.of()
            : Map.of(
                "DATABASE_URL", remote.create(form.label(), options.data(), options.indexes()));
    return Service.start(
        work.resolve(form.label()),
        options.agent(),
        List.of(
            "--data=" + options.data().name(), "--indexes=" + (options.indexes() ? "on" : "off")),
        environment);
  }

  private void drive(Progress progress, List<Contender> contenders) throws Exception {
    for (Contender contender : contenders) {
      progress.begin("warm up, " + contender.form().label());
      contender.warmUp(WARM_UP);
      progress.done(2.0 * WARM_UP.toSeconds());
    }
    for (int round = 1; round <= options.rounds(); round++) {
      for (Contender contender : contenders) {
        progress.begin(
            "round " + round + " of " + options.rounds() + ", " + contender.form().label());
        Duration length =
            options.round().multipliedBy(contender.form() == Form.BASELINE ? BASELINE_SHARE : 1);
        contender.measure(length);
        progress.done(length.toSeconds());
      }
    }
  }

  private Result result(Contender baseline, Contender optimised) throws Exception {
    Monitor monitor = optimised.monitor();
    Result.Totals totalsBefore = Result.totals(baseline, endpoints, baseline.monitor());
    Result.Totals totalsAfter = Result.totals(optimised, endpoints, monitor);
    AgentReport before = stop(baseline);
    AgentReport after = stop(optimised);
    return new Result(
        new Result.Conditions(
            optimised.service().conditions(),
            options.roundTrip().toMillis(),
            cores,
            workers,
            options.agent() != null,
            options.rounds(),
            options.round().toSeconds()),
        endpoints.stream()
            .map(each -> Result.row(each, baseline, optimised, before, after, monitor))
            .toList(),
        totalsBefore,
        totalsAfter);
  }

  private void publish(Result result) throws IOException {
    List<Kpis.Kpi> kpis = Kpis.of(result);
    System.out.print(ResultTable.of(result));
    System.out.println();
    System.out.print(Kpis.table(kpis));
    ResultFiles.write(options.reports(), result, kpis);
    System.out.println();
    System.out.println("results.json, results.csv and the reports lie in " + options.reports());
  }

  private AgentReport stop(Contender contender) throws Exception {
    contender.service().stop();
    Path reports = options.reports().resolve(contender.form().label());
    contender.service().collectReports(reports);
    return AgentReport.read(reports);
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
