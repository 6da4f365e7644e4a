package io.rowcall.core.sql;

import io.rowcall.core.sql.LookupKeys.Form;
import io.rowcall.core.sql.TermList.Term;
import io.rowcall.core.sql.Token.TokenType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Parser of {@link LookupKeys}. It goes by the form of the text, not by names, except for {@link
 * #COLLECTION_WORDS}.
 */
final class LookupKeyParser {
  /** Parts of the names of functions that take a collection and a column. */
  private static final String[] COLLECTION_WORDS = {"array", "json", "in_set"};

  private static final String[] CONTAINMENT = {"@>", "<@", "&&"};

  private final String text;
  private final TermList terms;
  private final boolean inserts;
  private final boolean readsTables;
  private boolean singleComparison;

  LookupKeyParser(NormalizedSql statement) {
    this.text = statement.text();
    this.terms = new TermList(text);
    this.inserts = statement.kind() == StatementKind.INSERT;
    this.readsTables = statement.readTables().length > 0;
  }

  LookupKeys parse() {
    int listed = Math.max(disjuncts(), Math.max(unionBranches(), inserts ? intoClauses() : 1));
    if (listed > 1) {
      return new LookupKeys(Form.LIST, listed, singleComparison);
    }
    Form form = Form.SINGLE;
    Keyword clause = Keyword.NONE;
    for (int i = 0; i < terms.size(); i++) {
      Term term = terms.get(i);
      if (startsClause(term.keyword)) {
        clause = term.keyword;
      } else if (term.type == TokenType.OPEN_PAREN && i > 0) {
        form = strongest(form, formOfParentheses(i, clause));
      } else if (term.type == TokenType.OPERATOR && isContainment(term)) {
        form = Form.COLLECTION;
      }
    }
    if (form == Form.SINGLE && !singleComparison && isRange()) {
      form = Form.RANGE;
    }
    return new LookupKeys(form, 1, singleComparison);
  }

  private static Form strongest(Form form, Form other) {
    return other == Form.COLLECTION || form == Form.SINGLE ? other : form;
  }

  private static boolean startsClause(Keyword word) {
    switch (word) {
      case SELECT:
      case FROM:
      case JOIN:
      case WHERE:
      case ON:
      case SET:
      case GROUP:
      case ORDER:
      case HAVING:
      case VALUES:
        return true;
      default:
        return false;
    }
  }

  /** The form of the parentheses that open at a term. */
  private Form formOfParentheses(int open, Keyword clause) {
    if (!containsParameter(open)) {
      return Form.SINGLE;
    }
    Term before = terms.get(open - 1);
    Keyword first = terms.get(open + 1).keyword;
    switch (before.keyword) {
      case ANY:
      case SOME:
        boolean spelledOut =
            first == Keyword.SELECT || first == Keyword.VALUES || first == Keyword.ARRAY;
        return spelledOut ? Form.SINGLE : Form.COLLECTION;
      case OF:
        return Form.COLLECTION;
      case IN:
        return formOfIn(open, first);
      default:
    }
    if (!isCall(before)) {
      return Form.SINGLE;
    }
    if (isSource(open - 1, clause) && before.type != TokenType.VALUE) {
      return readsTables && !containsColumn(open) ? Form.COLLECTION : Form.SINGLE;
    }
    if ((clause == Keyword.WHERE || clause == Keyword.ON || clause == Keyword.JOIN)
        && containsColumn(open)) {
      return takesCollections(before) ? Form.COLLECTION : Form.POSSIBLE_COLLECTION;
    }
    return Form.SINGLE;
  }

  /** {@code IN (UNNEST(?))}, {@code IN (SELECT UNNEST(?))}: one element that expands to many. */
  private Form formOfIn(int open, Keyword first) {
    int close = terms.get(open).close;
    if (first == Keyword.SELECT) {
      for (int i = open + 1; i < close; i++) {
        if (terms.get(i).keyword == Keyword.FROM) {
          return Form.SINGLE;
        }
      }
      return terms.get(close - 1).type == TokenType.CLOSE_PAREN ? Form.COLLECTION : Form.SINGLE;
    }
    return first == Keyword.UNNEST || first == Keyword.TABLE ? Form.COLLECTION : Form.SINGLE;
  }

  private boolean isCall(Term before) {
    switch (before.keyword) {
      case NONE:
        return before.isName();
      case FUNCTION:
      case UNNEST:
      case TABLE:
      case PLAIN:
      case KEY:
      case FIELD:
        return true;
      default:
        return false;
    }
  }

  /** Whether a name is in the place of a table: {@code FROM unnest(?)}, {@code JOIN a.b(?)}. */
  private boolean isSource(int name, Keyword clause) {
    int before = name - 1;
    while (before > 0 && terms.get(before).type == TokenType.DOT) {
      before -= 2;
    }
    if (before < 0) {
      return false;
    }
    Term term = terms.get(before);
    switch (term.keyword) {
      case FROM:
      case JOIN:
      case LATERAL:
      case APPLY:
      case USING:
        return true;
      default:
        return term.type == TokenType.COMMA
            && (clause == Keyword.FROM || clause == Keyword.JOIN || clause == Keyword.ON)
            && term.depth == terms.get(name).depth;
    }
  }

  private boolean takesCollections(Term function) {
    String name = terms.text(function).toLowerCase(Locale.ROOT);
    for (String word : COLLECTION_WORDS) {
      if (name.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private boolean containsParameter(int open) {
    for (int i = open + 1; i < terms.get(open).close; i++) {
      if (terms.get(i).type == TokenType.QUESTION_MARK) {
        return true;
      }
    }
    return false;
  }

  /** Whether the parentheses contain a qualified name, or a name as a whole argument. */
  private boolean containsColumn(int open) {
    int close = terms.get(open).close;
    for (int i = open + 1; i < close; i++) {
      Term term = terms.get(i);
      if (term.type == TokenType.DOT && terms.get(i - 1).type != TokenType.QUESTION_MARK) {
        return true;
      }
      boolean starts = i == open + 1 || terms.get(i - 1).type == TokenType.COMMA;
      boolean ends = i + 1 == close || terms.get(i + 1).type == TokenType.COMMA;
      if (starts && ends && term.keyword == Keyword.NONE && term.isName()) {
        return true;
      }
    }
    return false;
  }

  /** PostgreSQL's {@code ? @> ARRAY[id]}. */
  private boolean isContainment(Term operator) {
    String sign = terms.text(operator);
    for (String containment : CONTAINMENT) {
      if (sign.equals(containment)) {
        return text.contains("ARRAY[") && text.indexOf('?') >= 0;
      }
    }
    return false;
  }

  private boolean isOperator(Term term, String sign) {
    return term.type == TokenType.OPERATOR && terms.text(term).equals(sign);
  }

  /** How often the same column is compared with a parameter, joined by OR. */
  private int disjuncts() {
    Map<String, int[]> columns = new HashMap<String, int[]>();
    int ors = 0;
    for (int i = 1; i + 1 < terms.size(); i++) {
      Term term = terms.get(i);
      if (term.keyword == Keyword.OR) {
        ors++;
      } else if (isOperator(term, "=")
          && terms.get(i + 1).type == TokenType.QUESTION_MARK
          && terms.get(i - 1).endsColumn()) {
        String column = terms.nameBefore(i);
        int[] seen = columns.get(column);
        if (seen == null) {
          columns.put(column, new int[] {1, ors});
        } else if (seen[1] < ors) {
          seen[0]++;
          seen[1] = ors;
        }
      }
    }
    int most = 1;
    for (int[] column : columns.values()) {
      most = Math.max(most, column[0]);
    }
    for (int[] column : columns.values()) {
      singleComparison |= column[0] < most || most == 1;
    }
    return most;
  }

  /** Length of the longest run of equal branches of a UNION. */
  private int unionBranches() {
    int longest = 1;
    int run = 1;
    String last = "";
    for (int i = 0; i < terms.size(); i++) {
      Term union = terms.get(i);
      if (union.keyword != Keyword.UNION || i + 2 >= terms.size()) {
        continue;
      }
      int from = terms.get(i + 1).keyword == Keyword.ALL ? i + 2 : i + 1;
      int to = from;
      while (to < terms.size()
          && terms.get(to).depth >= union.depth
          && !(terms.get(to).depth == union.depth
              && (terms.get(to).keyword == Keyword.UNION
                  || terms.get(to).keyword == Keyword.ORDER))) {
        to++;
      }
      String branch = terms.text(from, to - 1);
      if (run == 1) {
        last = terms.textBefore(union, branch.length());
      }
      run = branch.equals(last) ? run + 1 : 1;
      last = branch;
      longest = branch.indexOf('?') < 0 ? longest : Math.max(longest, run);
    }
    return longest;
  }

  /** Number of rows of Oracle's INSERT ALL. */
  private int intoClauses() {
    int rows = 0;
    for (int i = 0; i < terms.size(); i++) {
      rows += terms.get(i).keyword == Keyword.INTO ? 1 : 0;
    }
    return Math.max(1, rows);
  }

  private boolean isRange() {
    List<String> lowerBounds = new ArrayList<String>(2);
    List<String> upperBounds = new ArrayList<String>(2);
    for (int i = 1; i + 1 < terms.size(); i++) {
      Term term = terms.get(i);
      if (terms.get(i + 1).type != TokenType.QUESTION_MARK || !terms.get(i - 1).endsColumn()) {
        continue;
      }
      if (term.keyword == Keyword.BETWEEN) {
        return true;
      }
      if (isOperator(term, ">") || isOperator(term, ">=")) {
        lowerBounds.add(terms.nameBefore(i));
      } else if (isOperator(term, "<") || isOperator(term, "<=")) {
        upperBounds.add(terms.nameBefore(i));
      }
    }
    lowerBounds.retainAll(upperBounds);
    return !lowerBounds.isEmpty();
  }
}
