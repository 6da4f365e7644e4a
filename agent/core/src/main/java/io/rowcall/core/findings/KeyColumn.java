package io.rowcall.core.findings;

import io.rowcall.core.sql.NormalizedSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The column by which a statement looks its rows up: the one that its WHERE compares with a
 * parameter, {@code contact_id} in {@code SELECT … WHERE a.contact_id = ?}. Read from the
 * normalized text, so blanks and keywords are as the scanner writes them.
 */
public final class KeyColumn {
  /** {@link #named}: the names say that one refers to the other. */
  static final int BY_TABLE = 2;

  /** {@link #named}: the names are equal, as those of unrelated tables are as well. */
  private static final int BY_NAME = 1;

  private static final String WHERE = " WHERE ";

  /** How a comparison for equality with a parameter goes on behind the column. */
  private static final String[] COMPARISONS = {
    " = ?", " IN (?", " = ANY (?", " = CAST (?", " IN (CAST (?",
  };

  private static final int MOST_KNOWN = 4096;
  private static final String NONE = "";
  private static final String ID = "id";

  /** By statement, because every repeat in every request asks. */
  private static final ConcurrentHashMap<NormalizedSql, String> KNOWN =
      new ConcurrentHashMap<NormalizedSql, String>();

  private KeyColumn() {}

  /** The column without quotes and qualifier; null when there is no comparison for equality. */
  public static @Nullable String of(NormalizedSql statement) {
    String known = KNOWN.get(statement);
    if (known == null) {
      String read = read(statement);
      known = read == null ? NONE : read;
      if (KNOWN.size() >= MOST_KNOWN) {
        KNOWN.clear();
      }
      KNOWN.put(statement, known);
    }
    return known.isEmpty() ? null : known;
  }

  private static @Nullable String read(NormalizedSql statement) {
    List<String> columns = all(statement);
    for (String column : columns) {
      if (isIdentity(column)) {
        return column;
      }
    }
    return columns.isEmpty() ? null : columns.get(0);
  }

  /** All columns that the WHERE compares with a parameter for equality, in order, each once. */
  public static List<String> all(NormalizedSql statement) {
    List<String> columns = new ArrayList<String>(2);
    String text = statement.text();
    int where = text.indexOf(WHERE);
    if (where < 0) {
      return columns;
    }
    for (int at = where + WHERE.length() - 1; ; ) {
      int next = -1;
      for (String comparison : COMPARISONS) {
        next = least(next, text.indexOf(comparison, at));
      }
      if (next < 0) {
        return columns;
      }
      String column = nameBefore(text, next);
      if (column != null && !columns.contains(column)) {
        columns.add(column);
      }
      at = next + 4;
    }
  }

  private static int least(int a, int b) {
    return a < 0 ? b : b < 0 ? a : Math.min(a, b);
  }

  private static @Nullable String nameBefore(String text, int end) {
    int to = end;
    if (text.startsWith(" NOT", to - 4)) {
      return null;
    }
    char last = text.charAt(to - 1);
    if (last == '"' || last == '`' || last == ']') {
      int from = text.lastIndexOf(last == ']' ? '[' : last, to - 2);
      return from < 0 ? null : text.substring(from + 1, to - 1);
    }
    int from = to;
    while (from > 0 && Character.isJavaIdentifierPart(text.charAt(from - 1))) {
      from--;
    }
    return from == to ? null : text.substring(from, to);
  }

  /** Whether this is one column, and no list of them or a stand-in for it. */
  public static boolean isPlain(String column) {
    return !column.startsWith("(") && !column.startsWith("<");
  }

  /** Whether a column's name says that it identifies rows. */
  static boolean isIdentity(String column) {
    String name = column.toLowerCase(Locale.ROOT);
    return name.endsWith("id") || name.endsWith("key") || name.endsWith("uuid");
  }

  /**
   * How well a statement's key column and a column that was read fit by their names: {@link
   * #BY_TABLE}, less, or 0. {@code author_id} fits the {@code id} of {@code author}, and the {@code
   * id} of {@code book} does not, though both keys are called id.
   */
  static int named(
      NormalizedSql statement, @Nullable String column, @Nullable NormalizedSql readBy) {
    String key = of(statement);
    if (key == null || column == null || readBy == null) {
      return 0;
    }
    boolean equal = column.equalsIgnoreCase(key);
    if (key.equalsIgnoreCase(ID)) {
      boolean same = equal && shareTable(statement.readTables(), readBy.readTables());
      return same || (!equal && refersToAny(column, statement.readTables()))
          ? BY_TABLE
          : equal ? BY_NAME : 0;
    }
    return equal || (column.equalsIgnoreCase(ID) && refersToAny(key, readBy.readTables()))
        ? BY_TABLE
        : 0;
  }

  private static boolean refersToAny(String column, String[] tables) {
    for (String table : tables) {
      if (refersTo(column, table)) {
        return true;
      }
    }
    return false;
  }

  private static boolean shareTable(String[] some, String[] others) {
    for (String one : some) {
      for (String other : others) {
        if (one.equalsIgnoreCase(other)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a column's name says that it refers to a table: {@code owner_id} to {@code owners}. */
  static boolean refersTo(String column, String table) {
    String name = bare(column);
    if (name.endsWith("id") && name.length() > 2) {
      name = name.substring(0, name.length() - 2);
    }
    String of = bare(table.substring(table.lastIndexOf('.') + 1));
    return !name.isEmpty()
        && (of.equals(name)
            || singular(of).equals(singular(name))
            || (name.length() > 3 && singular(of).endsWith(singular(name))));
  }

  private static String bare(String name) {
    StringBuilder letters = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        letters.append(Character.toLowerCase(c));
      }
    }
    return letters.toString();
  }

  private static String singular(String name) {
    if (name.endsWith("ies") && name.length() > 4) {
      return name.substring(0, name.length() - 3) + "y";
    }
    if (name.endsWith("ses") || name.endsWith("xes") || name.endsWith("hes")) {
      return name.substring(0, name.length() - 2);
    }
    return name.endsWith("s") && name.length() > 2 ? name.substring(0, name.length() - 1) : name;
  }
}
