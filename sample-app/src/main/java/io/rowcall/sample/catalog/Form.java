package io.rowcall.sample.catalog;

import java.util.Locale;

/** The two ways in which every endpoint is written. */
public enum Form {
  BASELINE("/baseline"),
  OPTIMIZED("");

  private final String prefix;

  Form(String prefix) {
    this.prefix = prefix;
  }

  /** What the form's paths begin with. */
  public String prefix() {
    return prefix;
  }

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
