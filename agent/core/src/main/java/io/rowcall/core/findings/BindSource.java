package io.rowcall.core.findings;

/** Where the binds of repeats came from. */
public enum BindSource {
  /** The columns of the parent were not watched, or there is no parent. */
  UNKNOWN,
  /** Not from any column that was read from the parent's result. */
  ELSEWHERE,
  /** From one column of the parent's result. */
  PARENT
}
