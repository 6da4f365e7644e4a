package io.rowcall.core.sql;

/** Policy for digits in table names. */
public enum TableNames {
  AS_WRITTEN,
  /**
   * Parts that differ between shards become {@code 0}: {@code orders_2024_07} becomes {@code
   * orders_0_0}, {@code tmp_8f3a9c} becomes {@code tmp_0}. Before a dot, where a name may also be
   * an alias such as {@code t1_0}, only names with four or more digits are folded.
   */
  DIGITS_FOLDED
}
