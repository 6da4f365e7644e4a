package io.rowcall.load;

import static java.util.Objects.requireNonNull;

import io.rowcall.load.ablation.Ablation;
import io.rowcall.load.claims.Checklist;
import io.rowcall.load.claims.Claim;
import io.rowcall.load.claims.Figures;
import io.rowcall.load.database.RemoteDatabase;
import io.rowcall.load.output.AblationTable;
import io.rowcall.load.output.ClaimTables;
import io.rowcall.load.output.Pages;
import io.rowcall.load.output.ResultFiles;
import io.rowcall.load.output.ResultTable;
import io.rowcall.load.run.LoadRun;
import io.rowcall.load.run.Progress;
import io.rowcall.load.run.Result;
import io.rowcall.load.run.Variant;
import io.rowcall.load.service.AgentReport;
import io.rowcall.load.service.Monitor;
import io.rowcall.load.service.Service;
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

/** Runs the app once per variant, drives all of them in alternating rounds, and compares them. */
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
    } catch (IllegalArgumentException invalid) {
      System.err.println(invalid.getMessage());
      System.err.println("see --help for the options");
      System.exit(2);
    }
  }

  private void run() throws Exception {
    Path work = Files.createTempDirectory("rowcall-demo");
    var variants = List.of(Variant.values());
    var progress = new Progress(System.err, plannedSeconds(variants));
    List<LoadRun> runs = new ArrayList<>();
    try (RemoteDatabase remote =
        options.isInProcess() ? null : new RemoteDatabase(options.server(), options.roundTrip())) {
      try {
        for (Variant variant : variants) {
          progress.begin("load the data and start the app, " + variant.label());
          Service service = start(work, variant, remote);
          runs.add(new LoadRun(variant, service, endpoints, options.data().users(), workers));
          progress.done(START_SECONDS);
        }
        drive(progress, runs);
        progress.begin("compare the forms, read the reports");
        Map<Variant, Monitor> monitors = new EnumMap<>(Variant.class);
        for (LoadRun run : runs) {
          monitors.put(run.variant(), run.monitor());
        }
        // On the variant whose report nobody gates on: these requests also go to the baseline form.
        Checklist.Behavior behavior =
            Checklist.observe(runs.get(Variant.UNCACHED.ordinal()).client());
        Result result = result(runs, monitors);
        progress.end();
        List<Claim> claims = Claim.all(new Figures(result), behavior);
        System.out.print(ResultTable.of(result));
        System.out.println();
        System.out.print(ClaimTables.of(claims));
        List<Ablation.Row> ablation = List.of();
        if (runsAblation()) {
          ablation = new Ablation(requireNonNull(remote), options.data(), progress).run();
          progress.end();
          System.out.println(AblationTable.of(ablation));
        }
        ResultFiles.write(options.reports(), result, claims, ablation);
        System.out.println(
            "results.json, results.csv and the reports are in "
                + options.reports().toAbsolutePath().normalize());
        if (options.agent() != null) {
          for (Path page : Pages.write(options.reports().toAbsolutePath().normalize())) {
            System.out.println("page: " + page.toUri());
          }
        }
      } finally {
        for (LoadRun run : runs) {
          run.service().close();
        }
      }
    } finally {
      delete(work);
    }
  }

  /** An in-process database cannot be shared by several configurations. */
  private boolean runsAblation() {
    return options.ablation() && !options.isInProcess();
  }

  private double plannedSeconds(List<Variant> variants) {
    return variants.size() * (START_SECONDS + 2.0 * options.warmUp().toMillis() / 1000)
        + (double) options.rounds() * options.round().toSeconds()
        + (runsAblation() ? Ablation.plannedSeconds() : 0);
  }

  private Service start(Path work, Variant variant, @Nullable RemoteDatabase remote)
      throws Exception {
    Map<String, String> environment =
        remote == null
            ? Map.of()
            : Map.of(
                "DATABASE_URL", remote.create(variant.label(), options.data(), options.indexes()));
    List<String> arguments = new ArrayList<>(variant.arguments());
    arguments.add("--data=" + options.data().name());
    arguments.add("--indexes=" + (options.indexes() ? "on" : "off"));
    return Service.start(work.resolve(variant.label()), options.agent(), arguments, environment);
  }

  private void drive(Progress progress, List<LoadRun> runs) throws Exception {
    for (LoadRun run : runs) {
      progress.begin("warm up, " + run.variant().label());
      run.warmUp(options.warmUp());
      progress.done(2.0 * options.warmUp().toMillis() / 1000);
    }
    for (int round = 1; round <= options.rounds(); round++) {
      for (LoadRun run : runs) {
        Variant variant = run.variant();
        progress.begin("round " + round + " of " + options.rounds() + ", " + variant.label());
        Duration length = variant.shareOf(options.round());
        run.measure(length);
        progress.done(length.toMillis() / 1000.0);
      }
    }
  }

  private Result result(List<LoadRun> runs, Map<Variant, Monitor> monitors) throws Exception {
    Map<Variant, AgentReport> reports = new EnumMap<>(Variant.class);
    for (LoadRun run : runs) {
      reports.put(run.variant(), stop(run));
    }
    Map<Variant, Result.Totals> totals = new EnumMap<>(Variant.class);
    for (LoadRun run : runs) {
      Variant variant = run.variant();
      totals.put(
          variant,
          Result.totals(
              run,
              endpoints,
              requireNonNull(monitors.get(variant)),
              requireNonNull(reports.get(variant))));
    }
    Monitor optimized = requireNonNull(monitors.get(Variant.OPTIMIZED));
    return new Result(
        new Result.Conditions(
            runs.get(0).service().conditions(),
            options.isInProcess(),
            options.roundTrip().toMillis(),
            cores,
            workers,
            options.agent() != null,
            options.rounds(),
            options.round().toSeconds()),
        endpoints.stream().map(each -> Result.row(each, runs, reports, optimized)).toList(),
        totals);
  }

  private AgentReport stop(LoadRun run) throws Exception {
    run.service().stop();
    Path reports = options.reports().resolve(run.variant().label());
    run.service().collectReports(reports);
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
