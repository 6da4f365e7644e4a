package io.rowcall.sample.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Judges the promises of one document, in the order in which they are asked about. */
final class Claims {

  private static final String ONE_MACHINE =
      "app, database and load share the cores of one machine, whose stalls count";

  static final String FAST_BASELINE =
      "the baseline is not as slow here as the document's was, with its indexes and a near database";

  private final String document;
  private final List<Claim> judged = new ArrayList<>();

  Claims(String document) {
    this.document = document;
  }

  List<Claim> judged() {
    return judged;
  }

  /** A figure that must not be higher than the limit; NaN is not measured. */
  void most(String name, String promised, double value, double limit, String unit) {
    most(name, promised, value, limit, unit, ONE_MACHINE);
  }

  void most(
      String name, String promised, double value, double limit, String unit, String otherwise) {
    add(name, promised, value, text(value) + unit, value <= limit, otherwise);
  }

  /** A figure that must not be lower than the limit; NaN is not measured. */
  void least(
      String name, String promised, double value, double limit, String unit, String otherwise) {
    add(name, promised, value, text(value) + unit, value >= limit, otherwise);
  }

  /**
   * A figure that falls.
   *
   * @param limit what it must fall to; infinite when the document only tells by how much
   * @param percent by how much it must fall at least
   */
  void falls(
      String name,
      String promised,
      double before,
      double after,
      double limit,
      double percent,
      String unit) {
    boolean slow = after > limit || after >= before;
    falls(name, promised, before, after, limit, percent, unit, slow ? ONE_MACHINE : FAST_BASELINE);
  }

  void falls(
      String name,
      String promised,
      double before,
      double after,
      double limit,
      double percent,
      String unit,
      String otherwise) {
    double fall = 100 * (1 - after / before);
    String measured = text(before) + " → " + text(after) + unit + ", " + change(-fall);
    add(name, promised, before + after, measured, after <= limit && fall >= percent, otherwise);
  }

  /** A count that falls from one whole number to another. */
  void count(String name, String promised, double before, double after, boolean kept, String why) {
    add(name, promised, before + after, text(before) + " → " + text(after), kept, why);
  }

  /**
   * Several figures that are told together.
   *
   * @param figures NaN when they were not measured
   */
  void told(
      String name, String promised, double figures, String measured, boolean kept, String why) {
    add(name, promised, figures, measured, kept, why);
  }

  private void add(
      String name, String promised, double value, String measured, boolean kept, String why) {
    judged.add(
        Double.isNaN(value)
            ? new Claim(document, name, promised, Claim.NOT_MEASURED, Claim.NOT_MEASURED, "")
            : new Claim(document, name, promised, measured, kept ? "yes" : "no", kept ? "" : why));
  }

  static String text(double value) {
    String form = Math.abs(value) >= 100 || value == Math.rint(value) ? "%.0f" : "%.1f";
    return String.format(Locale.ROOT, Math.abs(value) < 1 && value != 0 ? "%.2f" : form, value);
  }

  private static String change(double percent) {
    return String.format(Locale.ROOT, percent < 0 ? "−%.0f %%" : "+%.0f %%", Math.abs(percent));
  }
}
