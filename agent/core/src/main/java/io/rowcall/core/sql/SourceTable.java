package io.rowcall.core.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the table that a selected column belongs to: {@code pets} for the second column of
 * {@code SELECT o.id, p.id FROM owners o LEFT JOIN pets p ON …}. Reads the normalized text.
 */
public final class SourceTable {
  private SourceTable() {}

  /**
   * @param column its unqualified name
   * @param key the column that refers to it; decides between tables that both return such a column
   * @return null when the text does not tell, or when several tables are equally likely
   */
  public static @Nullable String of(NormalizedSql query, String column, @Nullable String key) {
    String[] tables = query.readTables();
    if (tables.length < 2) {
      return tables.length == 0 ? null : tables[0];
    }
    List<String> qualifiers = new SelectList(query).qualifiers(column);
    String only = null;
    String named = null;
    for (String qualifier : qualifiers) {
      String table = table(query.text(), tables, qualifier);
      if (table == null) {
        continue;
      }
      if (key != null && KeyColumn.refersTo(key, table)) {
        named = table;
      }
      only = only == null || only.equals(table) ? table : "";
    }
    if (named != null) {
      return named;
    }
    return only == null || only.isEmpty() ? null : only;
  }

  /** The table behind an alias, or behind its own name. */
  private static @Nullable String table(String text, String[] tables, String qualifier) {
    for (String table : tables) {
      String bare = table.substring(table.lastIndexOf('.') + 1);
      if (bare.equalsIgnoreCase(qualifier)) {
        return table;
      }
      int start = 0;
      while ((start = indexOf(text, bare, start)) >= 0) {
        int end = start + bare.length();
        if (end < text.length() && isQuote(text.charAt(end))) {
          end++;
        }
        if (text.startsWith(" AS ", end)) {
          end += 3;
        }
        int alias = end + 1;
        if (end < text.length()
            && text.charAt(end) == ' '
            && text.startsWith(qualifier, alias)
            && !isNamePart(text, alias + qualifier.length())) {
          return table;
        }
        start++;
      }
    }
    return null;
  }

  private static int indexOf(String text, String name, int from) {
    for (int start = from; start + name.length() <= text.length(); start++) {
      if (text.regionMatches(true, start, name, 0, name.length())
          && (start == 0 || !isNamePart(text, start - 1))
          && !isNamePart(text, start + name.length())) {
        return start;
      }
    }
    return -1;
  }

  private static boolean isNamePart(String text, int index) {
    return index < text.length() && Character.isJavaIdentifierPart(text.charAt(index));
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '`' || c == ']';
  }
}
