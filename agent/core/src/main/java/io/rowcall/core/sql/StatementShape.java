package io.rowcall.core.sql;

/**
 * Shape of a statement: its text without the columns that it selects, inserts and sets, which
 * change whenever an entity gets a new column. Derived from the normalized text in one pass.
 *
 * <pre>
 * SELECT a.id, a.name FROM author a WHERE a.id = ?    SELECT … FROM author a WHERE a.id = ?
 * INSERT INTO book (id, title) VALUES (?, ?)          INSERT INTO book(…) VALUES (…)
 * UPDATE book SET title = ?, pages = ? WHERE id = ?   UPDATE book SET … WHERE id = ?
 * </pre>
 *
 * <p>A select list without columns stays, such as {@code COUNT(*)} or {@code ?}, and so does the
 * only column of a subquery, such as {@code IN (SELECT author_id FROM …)}.
 */
public final class StatementShape {
  private static final String ELLIPSIS = "…";

  private final String text;
  private final StringBuilder shape;
  private int position;
  private int depth;
  private String word = "";
  private boolean inserts;
  private boolean updates;
  private boolean values;

  private StatementShape(String text) {
    this.text = text;
    this.shape = new StringBuilder(text.length());
  }

  /**
   * The hash of the shape, as {@link NormalizedText#id()} defines it; never 0. A statement without
   * such lists keeps its id, and so does one whose text was truncated.
   *
   * @param text the normalized text
   * @param id the id of the statement
   */
  public static long id(String text, long id) {
    if (text.endsWith(NormalizedText.CUT_MARK)) {
      return id;
    }
    String shape = of(text);
    if (shape.equals(text)) {
      return id;
    }
    NormalizedText hashed = new NormalizedText(shape.length());
    hashed.append(shape, 0, shape.length());
    return hashed.id();
  }

  static String of(String text) {
    StatementShape shape = new StatementShape(text);
    shape.build();
    return shape.shape.toString();
  }

  private void build() {
    while (position < text.length()) {
      char c = text.charAt(position);
      if (isWordPart(c)) {
        word();
      } else if (c == '(') {
        open();
      } else {
        depth -= c == ')' && depth > 0 ? 1 : 0;
        copyTo(isQuote(c) ? afterQuoted(position) : position + 1);
      }
    }
  }

  private void word() {
    String before = word;
    int end = endOfWord(position);
    word = text.substring(position, end);
    copyTo(end);
    if (depth > 0) {
      if (word.equals("SELECT")) {
        omitSelectList();
      }
      return;
    }
    switch (word) {
      case "SELECT":
        inserts = false;
        omitSelectList();
        return;
      case "INSERT":
      case "REPLACE":
        // They are functions elsewhere.
        inserts |= before.isEmpty() || before.equals("THEN");
        return;
      case "INTO":
        inserts = true;
        return;
      case "USING":
        inserts = false;
        return;
      case "UPDATE":
        updates = true;
        if (before.equals("KEY")) {
          omitAssignments();
        }
        return;
      case "SET":
        if (updates || inserts) {
          inserts = false;
          omitAssignments();
        }
        return;
      case "VALUES":
      case "VALUE":
        inserts = false;
        values = true;
        return;
      default:
        values = false;
    }
  }

  /** Omits the columns and rows of an INSERT, and enters other parentheses. */
  private void open() {
    if (depth > 0 || !(inserts || values)) {
      depth++;
      copyTo(position + 1);
      return;
    }
    inserts = false;
    shape.append('(').append(ELLIPSIS).append(')');
    position = afterParentheses(position);
  }

  private void omitAssignments() {
    shape.append(' ').append(ELLIPSIS);
    position =
        end(position, "WHERE", "FROM", "WHEN", "RETURNING", "OUTPUT", "ORDER", "LIMIT", "ON");
    if (position < text.length()) {
      shape.append(' ');
    }
  }

  private void omitSelectList() {
    int from = position;
    for (String prefix : new String[] {" DISTINCT", " ALL"}) {
      if (text.startsWith(prefix + " ", from)) {
        from += prefix.length();
      }
    }
    int end = end(from, "FROM");
    if (end == text.length() || text.charAt(end) == ')' || !hasColumns(from, end)) {
      return;
    }
    copyTo(from);
    shape.append(' ').append(ELLIPSIS).append(' ');
    position = end;
  }

  /** Whether a select list has columns. In a subquery, a single one is essential and stays. */
  private boolean hasColumns(int from, int end) {
    int items = 1;
    boolean column = false;
    boolean plain = true;
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (c == ',') {
        items++;
        column |= plain;
        plain = true;
      } else if (c == '(') {
        plain = false;
        i = afterParentheses(i) - 1;
      } else if (isQuote(c)) {
        i = afterQuoted(i) - 1;
      } else if (c == '?') {
        plain = false;
      }
    }
    return (column || plain) && (depth == 0 || items > 1);
  }

  /** The position of one of the words in these parentheses, or the end of these or of the text. */
  private int end(int from, String... words) {
    int i = from;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (isWordPart(c)) {
        int end = endOfWord(i);
        for (String candidate : words) {
          if (end - i == candidate.length() && text.startsWith(candidate, i)) {
            return i;
          }
        }
        i = end;
      } else if (c == ')') {
        return i;
      } else {
        i = c == '(' ? afterParentheses(i) : isQuote(c) ? afterQuoted(i) : i + 1;
      }
    }
    return i;
  }

  private int afterParentheses(int from) {
    int open = 0;
    int i = from;
    while (i < text.length()) {
      char c = text.charAt(i);
      open += c == '(' ? 1 : c == ')' ? -1 : 0;
      i = isQuote(c) ? afterQuoted(i) : i + 1;
      if (open == 0) {
        return i;
      }
    }
    return i;
  }

  private int afterQuoted(int from) {
    char quote = text.charAt(from);
    int end = text.indexOf(quote == '[' ? ']' : quote, from + 1);
    return end < 0 ? text.length() : end + 1;
  }

  private int endOfWord(int from) {
    int end = from;
    while (end < text.length() && isWordPart(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private void copyTo(int end) {
    shape.append(text, position, end);
    position = end;
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '`' || c == '[';
  }

  private static boolean isWordPart(char c) {
    return c > 127 || c == '.' || SqlChars.isNamePart(c);
  }
}
