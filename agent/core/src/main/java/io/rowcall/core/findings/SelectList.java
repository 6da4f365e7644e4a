package io.rowcall.core.findings;

import io.rowcall.core.sql.NormalizedSql;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The columns that a SELECT returns, by name: {@code id} is the first of {@code SELECT a.id AS
 * id1_0_, a.name FROM …}. Read from the normalized text.
 */
final class SelectList {
  private static final String SELECT = "SELECT ";
  private static final String DISTINCT = "DISTINCT ";

  private final List<String> items = new ArrayList<String>();

  SelectList(NormalizedSql statement) {
    String text = statement.text();
    if (!text.startsWith(SELECT)) {
      return;
    }
    int from = SELECT.length();
    if (text.startsWith(DISTINCT, from)) {
      from += DISTINCT.length();
    }
    int depth = 0;
    int at = from;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      } else if (c == '"' || c == '`') {
        int end = text.indexOf(c, at + 1);
        at = end < 0 ? text.length() - 1 : end;
      } else if (depth == 0 && c == ',') {
        items.add(text.substring(from, at));
        from = at + 2;
      } else if (depth == 0 && c == ' ' && text.startsWith(" FROM ", at)) {
        break;
      }
    }
    if (from < at) {
      items.add(text.substring(from, at));
    }
  }

  /** The column at a position, from 1; null when the text does not tell. */
  @Nullable String at(int position) {
    for (int i = 0; i < position && i < items.size(); i++) {
      if (items.get(i).endsWith("*")) {
        return null;
      }
    }
    return position < 1 || position > items.size() ? null : column(items.get(position - 1));
  }

  /** The column behind a label, which is its alias or itself. */
  @Nullable String labeled(String label) {
    for (String item : items) {
      int space = item.lastIndexOf(' ');
      if (space > 0 && unquoted(item.substring(space + 1)).equalsIgnoreCase(label)) {
        return column(item);
      }
    }
    return label;
  }

  /** What stands before the dot of each item that is this column: {@code a} of {@code a.id}. */
  List<String> qualifiers(String column) {
    List<String> qualifiers = new ArrayList<String>(2);
    for (String item : items) {
      int space = item.indexOf(' ');
      String name = space < 0 ? item : item.substring(0, space);
      int dot = name.lastIndexOf('.');
      if (dot > 0 && column.equalsIgnoreCase(column(item))) {
        String before = name.substring(0, dot);
        qualifiers.add(unquoted(before.substring(before.lastIndexOf('.') + 1)));
      }
    }
    return qualifiers;
  }

  /** The name in {@code a.id AS x}; null for what is more than a column. */
  private static @Nullable String column(String item) {
    int space = item.indexOf(' ');
    String name = space < 0 ? item : item.substring(0, space);
    if (name.indexOf('(') >= 0 || name.indexOf('?') >= 0) {
      return null;
    }
    return unquoted(name.substring(name.lastIndexOf('.') + 1));
  }

  private static String unquoted(String name) {
    int last = name.length() - 1;
    boolean quoted =
        last > 0 && (name.charAt(0) == '"' || name.charAt(0) == '`' || name.charAt(0) == '[');
    return quoted ? name.substring(1, last) : name;
  }
}
