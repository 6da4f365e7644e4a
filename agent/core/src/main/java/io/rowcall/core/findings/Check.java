package io.rowcall.core.findings;

/**
 * Kind of finding. {@link RequestCheck}s look at one finished request, {@link RunCheck}s at the
 * figures of the whole run. {@link Checks} lists them all.
 */
public interface Check {
  /**
   * The name of the finding in reports and budgets, such as {@code n+1-select}; also the name of
   * its page in {@code reports/docs/findings}.
   */
  String key();
}
