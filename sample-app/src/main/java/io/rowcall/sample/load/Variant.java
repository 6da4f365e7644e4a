package io.rowcall.sample.load;

import io.rowcall.sample.catalog.Form;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** One of the ways to run the app that the demo compares. */
enum Variant {
  /** As people first write it. It is slower, so it gets more time. */
  BASELINE(Form.BASELINE, List.of(), 5),
  /** Without a cache: what statements, parallel queries and algorithms are worth on their own. */
  UNCACHED(Form.OPTIMIZED, List.of("--cache=none"), 2),
  /** As it should be. */
  OPTIMIZED(Form.OPTIMIZED, List.of(), 3);

  private final Form form;
  private final List<String> arguments;
  private final int tenths;

  Variant(Form form, List<String> arguments, int tenths) {
    this.form = form;
    this.arguments = arguments;
    this.tenths = tenths;
  }

  Form form() {
    return form;
  }

  /** What the app is started with. */
  List<String> arguments() {
    return arguments;
  }

  /** Its part of a round. */
  Duration of(Duration round) {
    return round.multipliedBy(tenths).dividedBy(10);
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
