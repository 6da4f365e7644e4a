package io.rowcall.core.sql;

import io.rowcall.core.sql.Token.TokenType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How many keys one execution of a statement looks up or writes, as far as its normalized text
 * tells: the difference between a query for each row and a batch fetch, whoever wrote it.
 *
 * <p>Told from the form of the text and not from names, but for {@link #COLLECTION_WORDS}. Lists
 * that the normalizer folds ({@code IN (?)}, {@code VALUES (?)}) are not counted here: see {@link
 * NormalizedSql#listSize()}. Immutable.
 */
public final class LookupKeys {

  /** How a statement takes its keys. */
  public enum Form {
    /** One at a time, or none. */
    SINGLE,
    /** Several, written out: {@code id = ? OR id = ?}, equal branches of {@code UNION ALL}. */
    LIST,
    /** One parameter that holds several: {@code = ANY (?)}, a table function over a parameter. */
    COLLECTION,
    /** A function of a column and a parameter, which may hold several. */
    PERHAPS_COLLECTION,
    /** All between two: {@code BETWEEN ? AND ?}. */
    RANGE
  }

  /** Parts of the names of functions that take a collection and a column. */
  private static final String[] COLLECTION_WORDS = {"array", "json", "in_set"};

  private static final String[] CONTAINMENT = {"@>", "<@", "&&"};

  private final String text;
  private final List<Term> tokens = new ArrayList<Term>();
  private Form form = Form.SINGLE;
  private int count = 1;
  private boolean single;

  private LookupKeys(String text) {
    this.text = text;
  }

  static LookupKeys of(NormalizedSql statement) {
    LookupKeys keys = new LookupKeys(statement.text());
    keys.read();
    keys.look(statement.kind(), statement.readTables().length > 0);
    keys.tokens.clear();
    return keys;
  }

  public Form form() {
    return form;
  }

  /** Keys of a {@link Form#LIST}; 1 for the others. */
  public int count() {
    return count;
  }

  /** Whether a column is compared with one parameter besides. */
  public boolean alsoComparesOne() {
    return single;
  }

  private static final class Term {
    final TokenType shape;
    final Keyword word;
    final int start;
    final int end;
    final int depth;

    /** Where the parenthesis that opens here is closed; the last token when it is not. */
    int close;

    Term(Token token, int depth) {
      this.shape = token.shape;
      this.word = token.shape == TokenType.WORD ? token.word : Keyword.NONE;
      this.start = token.start;
      this.end = token.end;
      this.depth = depth;
    }
  }

  private void read() {
    Lexer lexer = new Lexer(text, Dialect.GENERIC, false, Lexer.NOWHERE);
    List<Term> open = new ArrayList<Term>();
    while (lexer.advance()) {
      if (lexer.current().shape == TokenType.CLOSE && !open.isEmpty()) {
        open.remove(open.size() - 1).close = tokens.size();
      }
      Term token = new Term(lexer.current(), open.size());
      tokens.add(token);
      if (token.shape == TokenType.OPEN) {
        open.add(token);
      }
    }
    for (Term token : open) {
      token.close = tokens.size() - 1;
    }
  }

  private void look(StatementKind kind, boolean readsTables) {
    int written =
        Math.max(disjuncts(), Math.max(branches(), kind == StatementKind.INSERT ? intos() : 1));
    if (written > 1) {
      form = Form.LIST;
      count = written;
      return;
    }
    Keyword clause = Keyword.NONE;
    for (int i = 0; i < tokens.size(); i++) {
      Term token = tokens.get(i);
      if (startsClause(token.word)) {
        clause = token.word;
      } else if (token.shape == TokenType.OPEN && i > 0) {
        take(formOf(i, clause, readsTables));
      } else if (token.shape == TokenType.OPERATOR && contains(token)) {
        take(Form.COLLECTION);
      }
    }
    if (form == Form.SINGLE && !single && isRange()) {
      form = Form.RANGE;
    }
  }

  private void take(Form other) {
    if (other == Form.COLLECTION || (other != Form.SINGLE && form == Form.SINGLE)) {
      form = other;
    }
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

  /** What the parentheses that open here say. */
  private Form formOf(int open, Keyword clause, boolean readsTables) {
    if (!holdsParameter(open)) {
      return Form.SINGLE;
    }
    Term before = tokens.get(open - 1);
    Keyword first = tokens.get(open + 1).word;
    switch (before.word) {
      case ANY:
      case SOME:
        boolean written =
            first == Keyword.SELECT || first == Keyword.VALUES || first == Keyword.ARRAY;
        return written ? Form.SINGLE : Form.COLLECTION;
      case OF:
        return Form.COLLECTION;
      case IN:
        return inside(open, first);
      default:
    }
    if (!isCall(before)) {
      return Form.SINGLE;
    }
    boolean source = isSource(open - 1, clause);
    if (source && before.shape != TokenType.VALUE) {
      return readsTables && !holdsColumn(open) ? Form.COLLECTION : Form.SINGLE;
    }
    if ((clause == Keyword.WHERE || clause == Keyword.ON || clause == Keyword.JOIN)
        && holdsColumn(open)) {
      return takesCollections(before) ? Form.COLLECTION : Form.PERHAPS_COLLECTION;
    }
    return Form.SINGLE;
  }

  /** {@code IN (UNNEST(?))}, {@code IN (SELECT UNNEST(?))}: one element, which makes many. */
  private Form inside(int open, Keyword first) {
    int close = tokens.get(open).close;
    if (first == Keyword.SELECT) {
      for (int i = open + 1; i < close; i++) {
        if (tokens.get(i).word == Keyword.FROM) {
          return Form.SINGLE;
        }
      }
      return tokens.get(close - 1).shape == TokenType.CLOSE ? Form.COLLECTION : Form.SINGLE;
    }
    return first == Keyword.UNNEST || first == Keyword.TABLE ? Form.COLLECTION : Form.SINGLE;
  }

  private boolean isCall(Term before) {
    switch (before.word) {
      case NONE:
        return before.shape == TokenType.WORD
            || before.shape == TokenType.QUOTED
            || before.shape == TokenType.DOUBLE_QUOTED;
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

  /** Whether a name stands where a table would: {@code FROM unnest(?)}, {@code JOIN a.b(?)}. */
  private boolean isSource(int name, Keyword clause) {
    int before = name - 1;
    while (before > 0 && tokens.get(before).shape == TokenType.DOT) {
      before -= 2;
    }
    if (before < 0) {
      return false;
    }
    Term token = tokens.get(before);
    switch (token.word) {
      case FROM:
      case JOIN:
      case LATERAL:
      case APPLY:
      case USING:
        return true;
      default:
        return token.shape == TokenType.COMMA
            && (clause == Keyword.FROM || clause == Keyword.JOIN || clause == Keyword.ON)
            && token.depth == tokens.get(name).depth;
    }
  }

  private boolean takesCollections(Term function) {
    String name = text.substring(function.start, function.end).toLowerCase(Locale.ROOT);
    for (String word : COLLECTION_WORDS) {
      if (name.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private boolean holdsParameter(int open) {
    for (int i = open + 1; i < tokens.get(open).close; i++) {
      if (tokens.get(i).shape == TokenType.QUESTION) {
        return true;
      }
    }
    return false;
  }

  /** A qualified name, or one that is an argument by itself. */
  private boolean holdsColumn(int open) {
    int close = tokens.get(open).close;
    for (int i = open + 1; i < close; i++) {
      Term token = tokens.get(i);
      if (token.shape == TokenType.DOT && tokens.get(i - 1).shape != TokenType.QUESTION) {
        return true;
      }
      boolean starts = i == open + 1 || tokens.get(i - 1).shape == TokenType.COMMA;
      boolean ends = i + 1 == close || tokens.get(i + 1).shape == TokenType.COMMA;
      if (starts && ends && token.word == Keyword.NONE && isName(token)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isName(Term token) {
    return token.shape == TokenType.WORD
        || token.shape == TokenType.QUOTED
        || token.shape == TokenType.DOUBLE_QUOTED;
  }

  /** PostgreSQL's {@code ? @> ARRAY[id]}. */
  private boolean contains(Term operator) {
    String sign = text.substring(operator.start, operator.end);
    for (String one : CONTAINMENT) {
      if (sign.equals(one)) {
        return text.contains("ARRAY[") && text.indexOf('?') >= 0;
      }
    }
    return false;
  }

  /** How often one column is compared with a parameter, OR between. */
  private int disjuncts() {
    Map<String, int[]> columns = new HashMap<String, int[]>();
    int ors = 0;
    for (int i = 1; i + 1 < tokens.size(); i++) {
      Term token = tokens.get(i);
      if (token.word == Keyword.OR) {
        ors++;
      } else if (isSign(token, "=")
          && tokens.get(i + 1).shape == TokenType.QUESTION
          && isColumn(tokens.get(i - 1))) {
        String column = nameBefore(i);
        int[] known = columns.get(column);
        if (known == null) {
          columns.put(column, new int[] {1, ors});
        } else if (known[1] < ors) {
          known[0]++;
          known[1] = ors;
        }
      }
    }
    int most = 1;
    for (int[] column : columns.values()) {
      most = Math.max(most, column[0]);
    }
    for (int[] column : columns.values()) {
      single |= column[0] < most || most == 1;
    }
    return most;
  }

  private static boolean isColumn(Term token) {
    return (isName(token) && token.word == Keyword.NONE) || token.shape == TokenType.CLOSE_SQUARE;
  }

  private String nameBefore(int sign) {
    int from = sign - 1;
    while (from > 1 && tokens.get(from - 1).shape == TokenType.DOT) {
      from -= 2;
    }
    return text.substring(tokens.get(from).start, tokens.get(sign - 1).end);
  }

  private boolean isSign(Term token, String sign) {
    return token.shape == TokenType.OPERATOR
        && token.end - token.start == sign.length()
        && text.startsWith(sign, token.start);
  }

  /** The longest run of equal branches of a UNION. */
  private int branches() {
    int longest = 1;
    int run = 1;
    String last = "";
    for (int i = 0; i < tokens.size(); i++) {
      Term union = tokens.get(i);
      if (union.word != Keyword.UNION || i + 2 >= tokens.size()) {
        continue;
      }
      int from = tokens.get(i + 1).word == Keyword.ALL ? i + 2 : i + 1;
      int to = from;
      while (to < tokens.size()
          && tokens.get(to).depth >= union.depth
          && !(tokens.get(to).depth == union.depth
              && (tokens.get(to).word == Keyword.UNION || tokens.get(to).word == Keyword.ORDER))) {
        to++;
      }
      String branch = text.substring(tokens.get(from).start, tokens.get(to - 1).end);
      if (run == 1) {
        last = text.substring(Math.max(0, union.start - 1 - branch.length()), union.start - 1);
      }
      run = branch.equals(last) ? run + 1 : 1;
      last = branch;
      longest = branch.indexOf('?') < 0 ? longest : Math.max(longest, run);
    }
    return longest;
  }

  /** Rows of Oracle's INSERT ALL. */
  private int intos() {
    int intos = 0;
    for (Term token : tokens) {
      if (token.word == Keyword.INTO) {
        intos++;
      }
    }
    return Math.max(1, intos);
  }

  private boolean isRange() {
    List<String> above = new ArrayList<String>(2);
    List<String> below = new ArrayList<String>(2);
    for (int i = 1; i + 1 < tokens.size(); i++) {
      Term token = tokens.get(i);
      if (tokens.get(i + 1).shape != TokenType.QUESTION || !isColumn(tokens.get(i - 1))) {
        continue;
      }
      if (token.word == Keyword.BETWEEN) {
        return true;
      }
      if (isSign(token, ">") || isSign(token, ">=")) {
        above.add(nameBefore(i));
      } else if (isSign(token, "<") || isSign(token, "<=")) {
        below.add(nameBefore(i));
      }
    }
    above.retainAll(below);
    return !above.isEmpty();
  }
}
