package io.rowcall.core.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Lookup column of a statement: the column that its WHERE clause compares with a parameter, {@code
 * contact_id} in {@code SELECT … WHERE a.contact_id = ?}. Read from the normalized text, so spaces
 * and keywords are as {@link SqlNormalizer} writes them.
 */
public final class KeyColumn {
  /** {@link #nameMatch}: the names say that one column refers to the other's table. */
  public static final int BY_TABLE = 2;

  /** {@link #nameMatch}: the names are equal, which those of unrelated tables often are. */
  private static final int BY_NAME = 1;

  private static final String WHERE = " WHERE ";

  /** Text that follows a column compared with a parameter for equality. */
  private static final String[] COMPARISONS = {
    " = ?", " IN (?", " = ANY (?", " = CAST (?", " IN (CAST (?",
  };

  private static final int MAX_CACHED = 4096;
  private static final String NONE = "";
  private static final String ID = "id";

  /** By statement: every repeated statement of every request looks its column up. */
  private static final ConcurrentHashMap<NormalizedSql, String> CACHE =
      new ConcurrentHashMap<NormalizedSql, String>();

  private KeyColumn() {}

  /** The column, unquoted and unqualified; null when nothing is compared for equality. */
  public static @Nullable String of(NormalizedSql statement) {
    String cached = CACHE.get(statement);
    if (cached == null) {
      String column = preferred(statement);
      cached = column == null ? NONE : column;
      if (CACHE.size() >= MAX_CACHED) {
        CACHE.clear();
      }
      CACHE.put(statement, cached);
    }
    return cached.isEmpty() ? null : cached;
  }

  private static @Nullable String preferred(NormalizedSql statement) {
    List<String> columns = all(statement);
    for (String column : columns) {
      if (isIdentity(column)) {
        return column;
      }
    }
    return columns.isEmpty() ? null : columns.get(0);
  }

  /**
   * All columns that the WHERE clause compares with a parameter for equality, in order, distinct.
   */
  public static List<String> all(NormalizedSql statement) {
    List<String> columns = new ArrayList<String>(2);
    String text = statement.text();
    int where = text.indexOf(WHERE);
    if (where < 0) {
      return columns;
    }
    for (int from = where + WHERE.length() - 1; ; ) {
      int next = -1;
      for (String comparison : COMPARISONS) {
        next = earlier(next, text.indexOf(comparison, from));
      }
      if (next < 0) {
        return columns;
      }
      String column = nameBefore(text, next);
      if (column != null && !columns.contains(column)) {
        columns.add(column);
      }
      from = next + 4;
    }
  }

  private static int earlier(int a, int b) {
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

  /** Whether this is the name of one column, rather than a list of columns or a placeholder. */
  public static boolean isPlain(String column) {
    return !column.startsWith("(") && !column.startsWith("<");
  }

  /** Whether a column's name says that it identifies rows. */
  public static boolean isIdentity(String column) {
    String name = column.toLowerCase(Locale.ROOT);
    return name.endsWith("id") || name.endsWith("key") || name.endsWith("uuid");
  }

  /**
   * How well the names of a statement's key column and of a column that was read match: {@link
   * #BY_TABLE}, less, or 0. {@code author_id} matches the {@code id} of {@code author}; the {@code
   * id} of {@code book} does not, though both keys are called {@code id}.
   */
  public static int nameMatch(
      NormalizedSql statement, @Nullable String column, @Nullable NormalizedSql source) {
    String key = of(statement);
    if (key == null || column == null || source == null) {
      return 0;
    }
    boolean equal = column.equalsIgnoreCase(key);
    if (key.equalsIgnoreCase(ID)) {
      boolean same = equal && shareTable(statement.readTables(), source.readTables());
      return same || (!equal && refersToAny(column, statement.readTables()))
          ? BY_TABLE
          : equal ? BY_NAME : 0;
    }
    return equal || (column.equalsIgnoreCase(ID) && refersToAny(key, source.readTables()))
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

  private static boolean shareTable(String[] tables, String[] others) {
    for (String table : tables) {
      for (String other : others) {
        if (table.equalsIgnoreCase(other)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a column's name refers to a table, as {@code owner_id} does to {@code owners}. */
  public static boolean refersTo(String column, String table) {
    String name = bare(column);
    if (name.endsWith("id") && name.length() > 2) {
      name = name.substring(0, name.length() - 2);
    }
    String target = bare(table.substring(table.lastIndexOf('.') + 1));
    return !name.isEmpty()
        && (target.equals(name)
            || singular(target).equals(singular(name))
            || (name.length() > 3 && singular(target).endsWith(singular(name))));
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
