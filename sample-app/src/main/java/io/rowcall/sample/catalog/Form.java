package io.rowcall.sample.catalog;

import java.util.Locale;

/** The two forms of every endpoint. */
public enum Form {
  BASELINE("/baseline"),
  OPTIMIZED("");

  private final String prefix;

  Form(String prefix) {
    this.prefix = prefix;
  }

  /** Returns the prefix of the form's paths. */
  public String prefix() {
    return prefix;
  }

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
