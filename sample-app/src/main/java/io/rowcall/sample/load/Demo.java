package io.rowcall.sample.load;

import static java.util.Objects.requireNonNull;

import io.rowcall.sample.catalog.Endpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs the app once for each lane, drives all of them in alternating rounds, and prints what
 * changed.
 */
public final class Demo {

  private static final double START_SECONDS = 8;

  private final DemoOptions options;
  private final int cores = Runtime.getRuntime().availableProcessors();
  private final int workers = 4 * cores;
  private final List<Endpoint> endpoints;

  private Demo(DemoOptions options) {
    this.options = options;
    endpoints = options.endpoints();
  }

  public static void main(String[] arguments) throws Exception {
    if (List.of(arguments).contains("--help")) {
      System.out.print(DemoOptions.USAGE);
      return;
    }
    try {
      new Demo(DemoOptions.parse(arguments, System.getenv())).run();
    } catch (IllegalArgumentException notUnderstood) {
      System.err.println(notUnderstood.getMessage());
      System.err.println("--help tells the options");
      System.exit(2);
    }
  }

  private void run() throws Exception {
    Path work = Files.createTempDirectory("rowcall-demo");
    var lanes = List.of(Variant.values());
    var progress = new Progress(System.err, plannedSeconds(lanes));
    List<LoadRun> contenders = new ArrayList<>();
    try (RemoteDatabase remote =
        options.withinTheApp() ? null : new RemoteDatabase(options.server(), options.roundTrip())) {
      try {
        for (Variant lane : lanes) {
          progress.begin("load the data and start the app, " + lane.label());
          Service service = start(work, lane, remote);
          contenders.add(new LoadRun(lane, service, endpoints, options.data().users(), workers));
          progress.done(START_SECONDS);
        }
        drive(progress, contenders);
        progress.begin("compare the forms, read the reports");
        Map<Variant, Monitor> monitors = new EnumMap<>(Variant.class);
        for (LoadRun contender : contenders) {
          monitors.put(contender.lane(), contender.monitor());
        }
        // Asked of the lane whose report nobody gates on: it also gets the requests of the
        // baseline.
        Checklist.Behavior behavior = contenders.get(Variant.UNCACHED.ordinal()).behavior();
        Result result = result(contenders, monitors);
        progress.end();
        List<Claim> promises = Claim.all(new Figures(result), behavior);
        System.out.print(ResultTable.of(result));
        System.out.println();
        System.out.print(Claim.tables(promises));
        List<Ablation.Row> ablation = List.of();
        if (ablates()) {
          ablation = new Ablation(requireNonNull(remote), options, progress).run();
          progress.end();
          System.out.println(Ablation.table(ablation));
        }
        ResultFiles.write(options.reports(), result, promises, ablation);
        System.out.println(
            "results.json, results.csv and the reports lie in "
                + options.reports().toAbsolutePath().normalize());
      } finally {
        for (LoadRun contender : contenders) {
          contender.service().close();
        }
      }
    } finally {
      delete(work);
    }
  }

  /** A database within the app cannot be shared by its variants. */
  private boolean ablates() {
    return options.ablation() && !options.withinTheApp();
  }

  private double plannedSeconds(List<Variant> lanes) {
    return lanes.size() * (START_SECONDS + 2.0 * options.warmUp().toMillis() / 1000)
        + (double) options.rounds() * options.round().toSeconds()
        + (ablates() ? Ablation.plannedSeconds() : 0);
  }

  private Service start(Path work, Variant lane, @Nullable RemoteDatabase remote) throws Exception {
    Map<String, String> environment =
        remote == null
            ? Map.of()
            : Map.of(
                "DATABASE_URL", remote.create(lane.label(), options.data(), options.indexes()));
    List<String> arguments = new ArrayList<>(lane.arguments());
    arguments.add("--data=" + options.data().name());
    arguments.add("--indexes=" + (options.indexes() ? "on" : "off"));
    return Service.start(work.resolve(lane.label()), options.agent(), arguments, environment);
  }

  private void drive(Progress progress, List<LoadRun> contenders) throws Exception {
    for (LoadRun contender : contenders) {
      progress.begin("warm up, " + contender.lane().label());
      contender.warmUp(options.warmUp());
      progress.done(2.0 * options.warmUp().toMillis() / 1000);
    }
    for (int round = 1; round <= options.rounds(); round++) {
      for (LoadRun contender : contenders) {
        Variant lane = contender.lane();
        progress.begin("round " + round + " of " + options.rounds() + ", " + lane.label());
        Duration length = lane.of(options.round());
        contender.measure(length);
        progress.done(length.toMillis() / 1000.0);
      }
    }
  }

  private Result result(List<LoadRun> contenders, Map<Variant, Monitor> monitors) throws Exception {
    Map<Variant, AgentReport> reports = new EnumMap<>(Variant.class);
    for (LoadRun contender : contenders) {
      reports.put(contender.lane(), stop(contender));
    }
    Map<Variant, Result.Totals> totals = new EnumMap<>(Variant.class);
    for (LoadRun contender : contenders) {
      Variant lane = contender.lane();
      totals.put(
          lane,
          Result.totals(
              contender,
              endpoints,
              requireNonNull(monitors.get(lane)),
              requireNonNull(reports.get(lane))));
    }
    Monitor optimized = requireNonNull(monitors.get(Variant.OPTIMIZED));
    return new Result(
        new Result.Conditions(
            contenders.get(0).service().conditions(),
            options.withinTheApp(),
            options.roundTrip().toMillis(),
            cores,
            workers,
            options.agent() != null,
            options.rounds(),
            options.round().toSeconds()),
        endpoints.stream().map(each -> Result.row(each, contenders, reports, optimized)).toList(),
        totals);
  }

  private AgentReport stop(LoadRun contender) throws Exception {
    contender.service().stop();
    Path reports = options.reports().resolve(contender.lane().label());
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
