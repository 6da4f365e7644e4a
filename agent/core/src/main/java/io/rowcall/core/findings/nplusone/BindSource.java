package io.rowcall.core.findings.nplusone;

/** Origin of the values that repeated executions bind. */
public enum BindSource {
  /** Not known: the parent's columns were not watched, or there is no parent. */
  UNKNOWN,
  /** None of the columns read from the parent. */
  ELSEWHERE,
  /** One column of the parent's result. */
  PARENT
}
