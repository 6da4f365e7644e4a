package io.rowcall.load.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Checks the claims of one document against measured figures and collects the results in order. */
final class ClaimChecker {

  private static final String ONE_MACHINE =
      "app, database and load generator share the cores of one machine, and its stalls count";

  static final String FAST_BASELINE =
      "the baseline is not as slow here as the document's: it has its indexes and a near database";

  private final String document;
  private final List<Claim> results = new ArrayList<>();

  ClaimChecker(String document) {
    this.document = document;
  }

  List<Claim> results() {
    return results;
  }

  /** Checks a figure that must not exceed the limit; NaN means not measured. */
  void atMost(String name, String promised, double value, double limit, String unit) {
    atMost(name, promised, value, limit, unit, ONE_MACHINE);
  }

  void atMost(
      String name, String promised, double value, double limit, String unit, String reason) {
    add(name, promised, value, text(value) + unit, value <= limit, reason);
  }

  /** Checks a figure that must reach the limit; NaN means not measured. */
  void atLeast(
      String name, String promised, double value, double limit, String unit, String reason) {
    add(name, promised, value, text(value) + unit, value >= limit, reason);
  }

  /**
   * Checks a figure that must drop.
   *
   * @param limit highest accepted value afterwards; infinite if the document only claims a ratio
   * @param percent smallest accepted drop
   */
  void drop(
      String name,
      String promised,
      double before,
      double after,
      double limit,
      double percent,
      String unit) {
    boolean slow = after > limit || after >= before;
    drop(name, promised, before, after, limit, percent, unit, slow ? ONE_MACHINE : FAST_BASELINE);
  }

  void drop(
      String name,
      String promised,
      double before,
      double after,
      double limit,
      double percent,
      String unit,
      String reason) {
    double drop = 100 * (1 - after / before);
    String measured = text(before) + " → " + text(after) + unit + ", " + change(-drop);
    add(name, promised, before + after, measured, after <= limit && drop >= percent, reason);
  }

  /** Checks a count that drops from one whole number to another. */
  void count(
      String name, String promised, double before, double after, boolean kept, String reason) {
    add(name, promised, before + after, text(before) + " → " + text(after), kept, reason);
  }

  /**
   * Adds a claim that the caller has checked.
   *
   * @param value any figure behind it; NaN if it was not measured
   */
  void that(
      String name, String promised, double value, String measured, boolean kept, String reason) {
    add(name, promised, value, measured, kept, reason);
  }

  private void add(
      String name, String promised, double value, String measured, boolean kept, String reason) {
    results.add(
        Double.isNaN(value)
            ? new Claim(document, name, promised, Claim.NOT_MEASURED, Claim.NOT_MEASURED, "")
            : new Claim(
                document, name, promised, measured, kept ? "yes" : "no", kept ? "" : reason));
  }

  static String text(double value) {
    String format = Math.abs(value) >= 100 || value == Math.rint(value) ? "%.0f" : "%.1f";
    return String.format(Locale.ROOT, Math.abs(value) < 1 && value != 0 ? "%.2f" : format, value);
  }

  private static String change(double percent) {
    return String.format(Locale.ROOT, percent < 0 ? "−%.0f %%" : "+%.0f %%", Math.abs(percent));
  }
}
