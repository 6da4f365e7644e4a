package io.rowcall.core.findings;

import java.util.ArrayList;
import java.util.List;

/** Figures of a run with one cache or one table scan. */
final class RunStatsOfTests implements RunStats {
  private final List<CacheUse> caches;
  private final List<TableScan> tableScans;

  private RunStatsOfTests(List<CacheUse> caches, List<TableScan> tableScans) {
    this.caches = caches;
    this.tableScans = tableScans;
  }

  static List<RunFinding> detect(RunCheck check, CacheUse cache) {
    return detect(check, new RunStatsOfTests(List.of(cache), List.of()));
  }

  static List<RunFinding> detect(RunCheck check, TableScan scan) {
    return detect(check, new RunStatsOfTests(List.of(), List.of(scan)));
  }

  private static List<RunFinding> detect(RunCheck check, RunStats run) {
    var findings = new ArrayList<RunFinding>();
    check.detect(run, findings);
    return findings;
  }

  @Override
  public List<CacheUse> caches() {
    return caches;
  }

  @Override
  public List<TableScan> tableScans() {
    return tableScans;
  }
}
