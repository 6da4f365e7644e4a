package io.rowcall.core.sql;

/**
 * How a database reads quotes, comments and names; told from the class of its JDBC driver.
 *
 * <p>The database's defaults are assumed: PostgreSQL with {@code standard_conforming_strings}, SQL
 * Server with {@code QUOTED_IDENTIFIER ON}. {@link #GENERIC} reads the standard, and gives up early
 * where known databases differ from it; {@link #UNKNOWN} gives up wherever two databases differ.
 */
public enum Dialect {
  /**
   * Of a class that is no known driver's, such as a pool's: nothing is a name that could be a
   * literal anywhere. Its ordinal is 0, which is how {@code boot} knows it.
   */
  UNKNOWN(
      Names.KEPT,
      Trait.DOLLAR_TAGS
          | Trait.Q_QUOTES
          | Trait.E_STRINGS
          | Trait.AT_VARIABLES
          | Trait.INLINE_DATA
          | Trait.DOUBTS_ALL),
  /** Of a known driver whose database reads the standard. */
  GENERIC(
      Names.KEPT,
      Trait.DOLLAR_TAGS
          | Trait.Q_QUOTES
          | Trait.E_STRINGS
          | Trait.AT_VARIABLES
          | Trait.DOUBTS_DOUBLE_QUOTES),
  POSTGRESQL(
      Names.LOWER,
      Trait.NESTED_COMMENTS | Trait.DOLLAR_TAGS | Trait.E_STRINGS | Trait.QUESTION_OPERATORS),
  /** MySQL and MariaDB, and the warehouses that read quotes as they do. */
  MYSQL(
      Names.KEPT,
      Trait.BACKSLASHES
          | Trait.HASH_COMMENTS
          | Trait.AT_VARIABLES
          | Trait.DOUBLE_QUOTED_LITERALS
          | Trait.STRICT_DASHES),
  H2(Names.UPPER, Trait.NESTED_COMMENTS | Trait.DOLLAR_PAIRS | Trait.AT_VARIABLES),
  ORACLE(Names.UPPER, Trait.Q_QUOTES | Trait.HASH_IN_NAMES | Trait.SELF_REFERENCE),
  SQLSERVER(
      Names.KEPT,
      Trait.NESTED_COMMENTS
          | Trait.SQUARE_NAMES
          | Trait.HASH_IN_NAMES
          | Trait.AT_IN_NAMES
          | Trait.AT_VARIABLES
          | Trait.SELF_REFERENCE),
  SQLITE(Names.KEPT, Trait.SQUARE_NAMES | Trait.AT_PARAMETERS | Trait.DOUBTS_DOUBLE_QUOTES),
  DB2(
      Names.UPPER,
      Trait.NESTED_COMMENTS | Trait.HASH_IN_NAMES | Trait.AT_IN_NAMES | Trait.SELF_REFERENCE),
  BIGQUERY(
      Names.KEPT,
      Trait.BACKSLASHES
          | Trait.HASH_COMMENTS
          | Trait.AT_PARAMETERS
          | Trait.DOUBLE_QUOTED_LITERALS
          | Trait.TRIPLE_QUOTES
          | Trait.DASHES_IN_TABLES),
  CLICKHOUSE(
      Names.KEPT, Trait.BACKSLASHES | Trait.HASH_COMMENTS | Trait.DOLLAR_TAGS | Trait.INLINE_DATA);

  private final Names names;
  private final int traits;

  Dialect(Names names, int traits) {
    this.names = names;
    this.traits = traits;
  }

  boolean has(int trait) {
    return (traits & trait) != 0;
  }

  /** Whether texts may be of this other dialect, too. */
  boolean mayBe(Dialect other) {
    return this == other || this == UNKNOWN;
  }

  /** What the database makes of a name that is written without quotes. */
  String foldUnquoted(String name) {
    if (names == Names.KEPT) {
      return name;
    }
    StringBuilder folded = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      folded.append(names == Names.LOWER ? Character.toLowerCase(c) : Character.toUpperCase(c));
    }
    return folded.toString();
  }

  /** What becomes of unquoted names. */
  private enum Names {
    KEPT,
    LOWER,
    UPPER
  }

  /** What differs between databases, a bit each. */
  static final class Trait {
    /** {@code '\''} is a quote. */
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

    /** {@code @name} is a variable, which is kept. */
    static final int AT_VARIABLES = 1 << 10;

    /** {@code @name} is a parameter. */
    static final int AT_PARAMETERS = 1 << 11;

    /** {@code "x"} is a literal, but where only a name can stand. */
    static final int DOUBLE_QUOTED_LITERALS = 1 << 12;

    /** {@code "x"} is a name, but where a value is expected. */
    static final int DOUBTS_DOUBLE_QUOTES = 1 << 13;

    /** {@code ?}, {@code ?|} and {@code ?&} may be operators. */
    static final int QUESTION_OPERATORS = 1 << 14;

    /** A common table expression sees itself without the word RECURSIVE. */
    static final int SELF_REFERENCE = 1 << 15;

    /** {@code --} opens a comment only before a blank. */
    static final int STRICT_DASHES = 1 << 16;

    /** {@code """…"""} and {@code '''…'''} hold quotes. */
    static final int TRIPLE_QUOTES = 1 << 17;

    /** {@code FROM my-project.t} is one name. */
    static final int DASHES_IN_TABLES = 1 << 18;

    /** {@code INSERT INTO t FORMAT CSV 1,x}: the rest is data. */
    static final int INLINE_DATA = 1 << 19;

    /** Reads as if each database might be behind it, and gives up where they differ. */
    static final int DOUBTS_ALL = 1 << 20;

    private Trait() {}
  }
}
