package io.rowcall.cli.gate;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is held to what.
 *
 * @param budget the budget's file; null: {@code rowcall-budget.yml} of the working folder if there
 *     is one, else the defaults
 * @param reports files, folders of reports, or {@code -} for stdin; empty: {@code rowcall-reports}
 * @param sourceRoots folders that are searched for the sources of call sites; empty: the working
 *     folder
 * @param today decides which debt has expired
 */
public record GateOptions(
    @Nullable Path budget, List<String> reports, List<Path> sourceRoots, LocalDate today) {

  /** As of today, in UTC, with the sources below the working folder. */
  public static GateOptions of(@Nullable Path budget, List<String> reports) {
    return new GateOptions(budget, reports, List.of(), LocalDate.now(ZoneOffset.UTC));
  }

  /** The same with sources elsewhere. */
  public GateOptions withSources(List<Path> roots) {
    return new GateOptions(budget, reports, roots, today);
  }
}
