package io.rowcall.gate.output;

import io.rowcall.gate.GateResult;
import io.rowcall.gate.Violation;
import io.rowcall.source.Checkout;
import io.rowcall.source.Location;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The line a machine-readable output points to, with paths relative to the checkout. */
final class ReportedLocation {
  private static final Location DEFAULT_BUDGET = new Location("rowcall-budget.yml", 1);

  private ReportedLocation() {}

  /** The call site, else the violated line of the budget; null if there is neither. */
  static @Nullable Location of(Violation violation) {
    return violation.location() != null ? violation.location() : budgetLine(violation.origin());
  }

  /** As {@link #of}, for consumers that require a line: falls back to the start of the budget. */
  static Location orBudget(Violation violation, GateResult result) {
    Location location = of(violation);
    if (location != null) {
      return new Location(location.path(), Math.max(location.line(), 1));
    }
    Location budget = budgetLine(result.budget() + ":1");
    return budget == null || result.usesDefaults() ? DEFAULT_BUDGET : budget;
  }

  /** Parses {@code budget.yml:12}; null if the text has no line, or is not a path. */
  private static @Nullable Location budgetLine(String origin) {
    int colon = origin.lastIndexOf(':');
    if (colon <= 0 || !origin.substring(colon + 1).matches("[1-9][0-9]{0,8}")) {
      return null;
    }
    try {
      String path = Checkout.relativize(Path.of(origin.substring(0, colon)), Path.of(""));
      return path == null
          ? null
          : new Location(path, Integer.parseInt(origin.substring(colon + 1)));
    } catch (InvalidPathException notPath) {
      return null;
    }
  }
}
