package io.rowcall.core.sql;

/**
 * SQL dialect: quotes, comments and names of a database, derived from the class of its JDBC driver.
 *
 * <p>Assumes the defaults of the database: PostgreSQL with {@code standard_conforming_strings}, SQL
 * Server with {@code QUOTED_IDENTIFIER ON}. {@link #GENERIC} is the standard, and treats as
 * unreadable what known databases read differently. {@link #UNKNOWN} treats as unreadable whatever
 * any two databases read differently.
 */
public enum Dialect {
  /**
   * Dialect of a class that is not a known driver, such as a pool's. What could be a literal on any
   * database is not a name. Its ordinal must be 0, on which {@code boot} relies.
   */
  UNKNOWN(
      CaseFolding.KEPT,
      Trait.DOLLAR_TAGS
          | Trait.Q_QUOTES
          | Trait.E_STRINGS
          | Trait.AT_VARIABLES
          | Trait.INLINE_DATA
          | Trait.ANY_DATABASE),
  /** Dialect of known drivers whose database follows the standard. */
  GENERIC(
      CaseFolding.KEPT,
      Trait.DOLLAR_TAGS
          | Trait.Q_QUOTES
          | Trait.E_STRINGS
          | Trait.AT_VARIABLES
          | Trait.AMBIGUOUS_DOUBLE_QUOTES),
  POSTGRESQL(
      CaseFolding.LOWER,
      Trait.NESTED_COMMENTS | Trait.DOLLAR_TAGS | Trait.E_STRINGS | Trait.QUESTION_OPERATORS),
  /** MySQL, MariaDB, and the warehouses with their quotes. */
  MYSQL(
      CaseFolding.KEPT,
      Trait.BACKSLASHES
          | Trait.HASH_COMMENTS
          | Trait.AT_VARIABLES
          | Trait.DOUBLE_QUOTED_LITERALS
          | Trait.STRICT_DASHES),
  H2(CaseFolding.UPPER, Trait.NESTED_COMMENTS | Trait.DOLLAR_PAIRS | Trait.AT_VARIABLES),
  ORACLE(CaseFolding.UPPER, Trait.Q_QUOTES | Trait.HASH_IN_NAMES | Trait.SELF_REFERENCE),
  SQLSERVER(
      CaseFolding.KEPT,
      Trait.NESTED_COMMENTS
          | Trait.SQUARE_NAMES
          | Trait.HASH_IN_NAMES
          | Trait.AT_IN_NAMES
          | Trait.AT_VARIABLES
          | Trait.SELF_REFERENCE),
  SQLITE(
      CaseFolding.KEPT, Trait.SQUARE_NAMES | Trait.AT_PARAMETERS | Trait.AMBIGUOUS_DOUBLE_QUOTES),
  DB2(
      CaseFolding.UPPER,
      Trait.NESTED_COMMENTS | Trait.HASH_IN_NAMES | Trait.AT_IN_NAMES | Trait.SELF_REFERENCE),
  BIGQUERY(
      CaseFolding.KEPT,
      Trait.BACKSLASHES
          | Trait.HASH_COMMENTS
          | Trait.AT_PARAMETERS
          | Trait.DOUBLE_QUOTED_LITERALS
          | Trait.TRIPLE_QUOTES
          | Trait.DASHES_IN_TABLES),
  CLICKHOUSE(
      CaseFolding.KEPT,
      Trait.BACKSLASHES | Trait.HASH_COMMENTS | Trait.DOLLAR_TAGS | Trait.INLINE_DATA);

  private final CaseFolding caseFolding;
  private final int traits;

  Dialect(CaseFolding caseFolding, int traits) {
    this.caseFolding = caseFolding;
    this.traits = traits;
  }

  boolean has(int trait) {
    return (traits & trait) != 0;
  }

  /** Whether texts could be of this other dialect. */
  boolean couldBe(Dialect other) {
    return this == other || this == UNKNOWN;
  }

  /** The case that the database gives an unquoted name. */
  String foldUnquoted(String name) {
    if (caseFolding == CaseFolding.KEPT) {
      return name;
    }
    StringBuilder folded = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      folded.append(
          caseFolding == CaseFolding.LOWER ? Character.toLowerCase(c) : Character.toUpperCase(c));
    }
    return folded.toString();
  }

  /** Case folding of unquoted names. */
  private enum CaseFolding {
    KEPT,
    LOWER,
    UPPER
  }

  /** Differences between databases, one bit each. */
  static final class Trait {
    /** A backslash escapes in literals: {@code '\''}. */
    static final int BACKSLASHES = 1;

    static final int HASH_COMMENTS = 1 << 1;
    static final int NESTED_COMMENTS = 1 << 2;

    /** {@code $tag$…$tag$} and {@code $$…$$}. */
    static final int DOLLAR_TAGS = 1 << 3;

    /** Only {@code $$…$$}. */
    static final int DOLLAR_PAIRS = 1 << 4;

    /** {@code q'[…]'}. */
    static final int Q_QUOTES = 1 << 5;

    /** {@code E'\''}. */
    static final int E_STRINGS = 1 << 6;

    /** {@code [a name]}. */
    static final int SQUARE_NAMES = 1 << 7;

    static final int HASH_IN_NAMES = 1 << 8;
    static final int AT_IN_NAMES = 1 << 9;

    /** {@code @name} is a variable, and is kept. */
    static final int AT_VARIABLES = 1 << 10;

    /** {@code @name} is a parameter. */
    static final int AT_PARAMETERS = 1 << 11;

    /** {@code "x"} is a literal, except where only a name is allowed. */
    static final int DOUBLE_QUOTED_LITERALS = 1 << 12;

    /** {@code "x"} is a name, except where a value is expected. */
    static final int AMBIGUOUS_DOUBLE_QUOTES = 1 << 13;

    /** {@code ?}, {@code ?|} and {@code ?&} may be operators. */
    static final int QUESTION_OPERATORS = 1 << 14;

    /** A common table expression can refer to itself without RECURSIVE. */
    static final int SELF_REFERENCE = 1 << 15;

    /** {@code --} opens a comment only before a space. */
    static final int STRICT_DASHES = 1 << 16;

    /** {@code """…"""} and {@code '''…'''} may contain quotes. */
    static final int TRIPLE_QUOTES = 1 << 17;

    /** {@code FROM my-project.t} is one name. */
    static final int DASHES_IN_TABLES = 1 << 18;

    /** {@code INSERT INTO t FORMAT CSV 1,x}: the rest is data. */
    static final int INLINE_DATA = 1 << 19;

    /** Any database may be behind it. What databases read differently is unreadable. */
    static final int ANY_DATABASE = 1 << 20;

    private Trait() {}
  }
}
