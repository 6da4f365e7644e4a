package io.rowcall.core.sql;

/** What becomes of digits in the names of tables. */
public enum TableNames {
  AS_WRITTEN,
  /**
   * Parts that change from shard to shard are {@code 0}: {@code orders_2024_07} is {@code
   * orders_0_0}, {@code tmp_8f3a9c} is {@code tmp_0}. In front of a dot, where a name may also be
   * an alias such as {@code t1_0}, only from four digits on.
   */
  DIGITS_FOLDED
}
