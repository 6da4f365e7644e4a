package io.rowcall.gate;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Input of the gate.
 *
 * @param budget the budget file; null: {@code rowcall-budget.yml} in the working folder if it
 *     exists, else the default rules
 * @param reports files, folders of reports, or {@code -} for stdin; empty: {@code rowcall-reports}
 * @param sourceRoots folders to search for the sources of call sites; empty: the working folder
 * @param today decides which suppressions have expired
 */
public record GateOptions(
    @Nullable Path budget, List<String> reports, List<Path> sourceRoots, LocalDate today) {

  /** Creates options with today's date in UTC, and sources in the working folder. */
  public static GateOptions of(@Nullable Path budget, List<String> reports) {
    return new GateOptions(budget, reports, List.of(), LocalDate.now(ZoneOffset.UTC));
  }

  /** A copy with other source folders. */
  public GateOptions withSourceRoots(List<Path> roots) {
    return new GateOptions(budget, reports, roots, today);
  }
}
