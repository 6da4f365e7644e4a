package io.rowcall.load.run;

import io.rowcall.sample.catalog.Form;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Form and arguments of the app that the demo compares. */
public enum Variant {
  /** Naive form. It is slower, so it gets more time. */
  BASELINE(Form.BASELINE, List.of(), 5),
  /** Optimized form without its cache: statements, parallel queries and algorithms alone. */
  UNCACHED(Form.OPTIMIZED, List.of("--cache=none"), 2),
  /** Optimized form. */
  OPTIMIZED(Form.OPTIMIZED, List.of(), 3);

  private final Form form;
  private final List<String> arguments;
  private final int tenths;

  Variant(Form form, List<String> arguments, int tenths) {
    this.form = form;
    this.arguments = arguments;
    this.tenths = tenths;
  }

  public Form form() {
    return form;
  }

  /** Returns the arguments for the app. */
  public List<String> arguments() {
    return arguments;
  }

  /** Returns the share of a round that this variant gets. */
  public Duration shareOf(Duration round) {
    return round.multipliedBy(tenths).dividedBy(10);
  }

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
