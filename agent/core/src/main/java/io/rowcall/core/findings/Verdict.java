package io.rowcall.core.findings;

/** Certainty of a finding, the least certain first. */
public enum Verdict {
  SUSPECT("suspect"),
  LIKELY("likely"),
  CONFIRMED("confirmed");

  private final String text;

  Verdict(String text) {
    this.text = text;
  }

  /** The verdict's name in reports and budgets. */
  public String text() {
    return text;
  }
}
