package io.rowcall.core.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Column names of a SELECT list: {@code id} is the first of {@code SELECT a.id AS id1_0_, a.name
 * FROM …}. Read from the normalized text.
 */
public final class SelectList {
  private static final String SELECT = "SELECT ";
  private static final String DISTINCT = "DISTINCT ";

  private final List<String> items = new ArrayList<String>();

  public SelectList(NormalizedSql statement) {
    String text = statement.text();
    if (!text.startsWith(SELECT)) {
      return;
    }
    int from = SELECT.length();
    if (text.startsWith(DISTINCT, from)) {
      from += DISTINCT.length();
    }
    int depth = 0;
    int end = from;
    for (; end < text.length(); end++) {
      char c = text.charAt(end);
      if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      } else if (c == '"' || c == '`') {
        int closing = text.indexOf(c, end + 1);
        end = closing < 0 ? text.length() - 1 : closing;
      } else if (depth == 0 && c == ',') {
        items.add(text.substring(from, end));
        from = end + 2;
      } else if (depth == 0 && c == ' ' && text.startsWith(" FROM ", end)) {
        break;
      }
    }
    if (from < end) {
      items.add(text.substring(from, end));
    }
  }

  /** The column at a position, counted from 1; null when the text does not tell. */
  public @Nullable String at(int position) {
    for (int i = 0; i < position && i < items.size(); i++) {
      if (items.get(i).endsWith("*")) {
        return null;
      }
    }
    return position < 1 || position > items.size() ? null : column(items.get(position - 1));
  }

  /** The column with this label, which is its alias or its own name. */
  public @Nullable String labeled(String label) {
    for (String item : items) {
      int space = item.lastIndexOf(' ');
      if (space > 0 && unquoted(item.substring(space + 1)).equalsIgnoreCase(label)) {
        return column(item);
      }
    }
    return label;
  }

  /** Qualifiers of the items that select a column: {@code a} of {@code a.id}. */
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

  /** The column of {@code a.id AS x}; null when the item is an expression. */
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
