package io.rowcall.core.findings;

import io.rowcall.core.sql.NormalizedSql;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The table that a query returns a column of: {@code pets} of {@code SELECT o.id, p.id FROM owners
 * o LEFT JOIN pets p ON …}. Read from the normalized text.
 */
public final class SourceTable {
  private SourceTable() {}

  /**
   * @param column its name, without qualifier
   * @param key the column that refers to it, which decides between tables that both return one
   * @return null when the text does not tell, or several tables are as likely
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
      int at = 0;
      while ((at = indexOf(text, bare, at)) >= 0) {
        int end = at + bare.length();
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
        at++;
      }
    }
    return null;
  }

  private static int indexOf(String text, String name, int from) {
    for (int at = from; at + name.length() <= text.length(); at++) {
      if (text.regionMatches(true, at, name, 0, name.length())
          && (at == 0 || !isNamePart(text, at - 1))
          && !isNamePart(text, at + name.length())) {
        return at;
      }
    }
    return -1;
  }

  private static boolean isNamePart(String text, int at) {
    return at < text.length() && Character.isJavaIdentifierPart(text.charAt(at));
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '`' || c == ']';
  }
}
