package io.rowcall.cli.gate;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where machines are pointed to: paths relative to the checkout, as they all want them. */
final class CheckoutPaths {
  /** Where a budget would be. */
  private static final Location NO_BUDGET = new Location("rowcall-budget.yml", 1);

  private CheckoutPaths() {}

  /** The line of the call site; else the line of the budget that is not kept; else none. */
  static @Nullable Location of(Violation breach) {
    return breach.location() != null ? breach.location() : budgetLine(breach.where());
  }

  /** The same, for those that refuse what has no line: else the first line of the budget. */
  static Location ofAny(Violation breach, GateResult verdict) {
    Location place = of(breach);
    if (place != null) {
      return new Location(place.path(), Math.max(place.line(), 1));
    }
    Location budget = budgetLine(verdict.budget() + ":1");
    return budget == null || verdict.isByDefault() ? NO_BUDGET : budget;
  }

  /**
   * The path of a file in its checkout, with {@code /}. The checkout is the nearest folder above
   * that git knows; without one the working folder, or what else is given.
   *
   * @return null when the file is in none of them
   */
  static @Nullable String inCheckout(Path file, Path otherwise) {
    Path whole = file.toAbsolutePath().normalize();
    for (Path above = whole.getParent(); above != null; above = above.getParent()) {
      if (Files.exists(above.resolve(".git"))) {
        return relative(above, whole);
      }
    }
    Path working = Path.of("").toAbsolutePath().normalize();
    String inWorking = relative(working, whole);
    return inWorking != null ? inWorking : relative(otherwise.toAbsolutePath().normalize(), whole);
  }

  private static @Nullable String relative(Path folder, Path file) {
    return file.startsWith(folder)
        ? folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/")
        : null;
  }

  /** Of {@code budget.yml:12}; none when it names a file without a line, or no file. */
  private static @Nullable Location budgetLine(String where) {
    int colon = where.lastIndexOf(':');
    if (colon <= 0 || !where.substring(colon + 1).matches("[1-9][0-9]{0,8}")) {
      return null;
    }
    try {
      Path file = Path.of(where.substring(0, colon));
      String path = inCheckout(file, Path.of(""));
      return path == null ? null : new Location(path, Integer.parseInt(where.substring(colon + 1)));
    } catch (InvalidPathException noFile) {
      return null;
    }
  }
}
