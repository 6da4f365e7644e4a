package io.rowcall.core.sql;

/**
 * The keys that one execution of a statement looks up or writes, as far as its normalized text
 * shows. They distinguish a query per row from a batch fetch, handwritten or generated. Immutable.
 *
 * <p>Lists that the normalizer folds ({@code IN (?)}, {@code VALUES (?)}) are not counted here; see
 * {@link NormalizedSql#listSize()}.
 */
public final class LookupKeys {

  /** Form in which a statement receives its keys. */
  public enum Form {
    /** One at a time, or none. */
    SINGLE,
    /** Several, spelled out: {@code id = ? OR id = ?}, equal branches of {@code UNION ALL}. */
    LIST,
    /** One parameter that holds several: {@code = ANY (?)}, a table function of a parameter. */
    COLLECTION,
    /** A function of a column and a parameter, which may hold several. */
    POSSIBLE_COLLECTION,
    /** All in an interval: {@code BETWEEN ? AND ?}. */
    RANGE
  }

  private final Form form;
  private final int count;
  private final boolean singleComparison;

  LookupKeys(Form form, int count, boolean singleComparison) {
    this.form = form;
    this.count = count;
    this.singleComparison = singleComparison;
  }

  static LookupKeys of(NormalizedSql statement) {
    return new LookupKeyParser(statement).parse();
  }

  public Form form() {
    return form;
  }

  /** Number of keys of a {@link Form#LIST}; 1 for the others. */
  public int count() {
    return count;
  }

  /** Whether the statement also compares a column with a single parameter. */
  public boolean hasSingleComparison() {
    return singleComparison;
  }
}
