package io.rowcall.core.findings;

/** How sure a finding is, the least first. */
public enum Verdict {
  SUSPECT("suspect"),
  LIKELY("likely"),
  CONFIRMED("confirmed");

  private final String text;

  Verdict(String text) {
    this.text = text;
  }

  /** As reports spell it. */
  public String text() {
    return text;
  }
}
