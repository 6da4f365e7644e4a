package io.rowcall.core.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Random statement, from which any number of equivalent texts can be written: with other literals,
 * other spaces and comments, other case of keywords, longer lists.
 */
final class Sample {
  /** Part of every literal, and of nothing else. */
  static final String MARKER = "zqx";

  private static final String[] COLUMNS = {
    "id", "name", "Owner_Id", "größe", "c7", "\"Total\"", "status"
  };
  private static final String[] TABLES = {
    "orders", "Items", "contact", "t1", "s.activity", "\"Order Lines\"", "表"
  };
  private static final String[] COMPARISONS = {
    "=", "<>", "<", ">=", "LIKE", "IS NOT DISTINCT FROM"
  };

  private enum PieceType {
    WORD,
    NAME,
    TABLE,
    SIGN,
    LITERAL,
    /** Any number of literals. */
    LITERALS,
    /** Any number of rows of literals; the text of the piece is the number of columns. */
    ROWS
  }

  private record Piece(PieceType type, String text) {}

  private final Dialect dialect;
  private final Random random;
  private final List<Piece> pieces = new ArrayList<>();

  Sample(Dialect dialect, long seed) {
    this.dialect = dialect;
    this.random = new Random(seed);
    statement();
  }

  /** One of the texts of this statement. */
  String text(long seed) {
    return write(new Random(seed), pieces);
  }

  /** A text with one table replaced by another; the seed chooses which. */
  String textWithAnotherTable(long seed) {
    List<Piece> changed = new ArrayList<>(pieces);
    List<Integer> tables = new ArrayList<>();
    for (int i = 0; i < changed.size(); i++) {
      if (changed.get(i).type == PieceType.TABLE) {
        tables.add(i);
      }
    }
    Random choice = new Random(seed);
    int index = tables.get(choice.nextInt(tables.size()));
    changed.set(index, new Piece(PieceType.TABLE, "another_table"));
    return write(choice, changed);
  }

  private void statement() {
    switch (random.nextInt(8)) {
      case 0 -> insert();
      case 1 -> update();
      case 2 -> delete();
      case 3 -> {
        words("WITH");
        name("cte");
        words("AS (");
        select(2);
        words(")");
        select(2);
      }
      default -> select(3);
    }
  }

  private void select(int depth) {
    words("SELECT");
    if (random.nextInt(5) == 0) {
      words("DISTINCT");
    }
    expression(depth);
    for (int i = random.nextInt(3); i > 0; i--) {
      words(",");
      expression(depth - 1);
    }
    words("FROM");
    table();
    name("a" + random.nextInt(3));
    for (int i = random.nextInt(3); i > 0; i--) {
      words(random.nextBoolean() ? "LEFT JOIN" : "INNER JOIN");
      table();
      words("ON");
      condition(depth - 1);
    }
    if (random.nextInt(4) > 0) {
      words("WHERE");
      condition(depth);
    }
    if (random.nextInt(4) == 0) {
      words("GROUP BY");
      column();
      words("HAVING COUNT ( * ) >");
      literal();
    }
    if (random.nextInt(3) == 0) {
      words("ORDER BY");
      column();
      words(random.nextBoolean() ? "DESC" : "ASC");
    }
    if (random.nextInt(4) == 0) {
      words("FETCH FIRST");
      literal();
      words("ROWS ONLY");
    }
  }

  private void insert() {
    words("INSERT INTO");
    table();
    words("(");
    int columns = 1 + random.nextInt(4);
    for (int i = 0; i < columns; i++) {
      words(i > 0 ? "," : "");
      name("c" + i);
    }
    words(")");
    if (random.nextInt(4) == 0) {
      select(2);
    } else {
      words("VALUES");
      pieces.add(new Piece(PieceType.ROWS, String.valueOf(columns)));
    }
  }

  private void update() {
    words("UPDATE");
    table();
    words("SET");
    name("status");
    words("=");
    expression(2);
    words("WHERE");
    condition(2);
  }

  private void delete() {
    words("DELETE FROM");
    table();
    words("WHERE");
    condition(2);
  }

  private void condition(int depth) {
    switch (depth <= 0 ? random.nextInt(3) : random.nextInt(8)) {
      case 0 -> {
        column();
        words(COMPARISONS[random.nextInt(COMPARISONS.length)]);
        literal();
      }
      case 1 -> {
        column();
        words(random.nextBoolean() ? "IN (" : "NOT IN (");
        pieces.add(new Piece(PieceType.LITERALS, ""));
        words(")");
      }
      case 2 -> {
        column();
        words("BETWEEN");
        literal();
        words("AND");
        literal();
      }
      case 3 -> {
        condition(depth - 1);
        words(random.nextBoolean() ? "AND" : "OR");
        condition(depth - 1);
      }
      case 4 -> {
        words("( ");
        condition(depth - 1);
        words(")");
      }
      case 5 -> {
        words("EXISTS (");
        select(depth - 2);
        words(")");
      }
      case 6 -> {
        column();
        words("IN (");
        select(depth - 2);
        words(")");
      }
      default -> {
        column();
        words(random.nextBoolean() ? "IS NULL" : "IS NOT NULL");
      }
    }
  }

  private void expression(int depth) {
    switch (depth <= 0 ? random.nextInt(2) : random.nextInt(6)) {
      case 0 -> column();
      case 1 -> literal();
      case 2 -> {
        words("COALESCE (");
        column();
        words(",");
        literal();
        words(")");
      }
      case 3 -> {
        words("CASE WHEN");
        condition(depth - 1);
        words("THEN");
        literal();
        words("ELSE");
        expression(depth - 1);
        words("END");
      }
      case 4 -> {
        column();
        words(random.nextBoolean() ? "-" : "||");
        expression(depth - 1);
      }
      default -> {
        words("(");
        select(depth - 2);
        words(")");
      }
    }
  }

  private void words(String words) {
    for (String word : words.split(" ", -1)) {
      if (!word.isEmpty()) {
        pieces.add(
            new Piece(Character.isLetter(word.charAt(0)) ? PieceType.WORD : PieceType.SIGN, word));
      }
    }
  }

  private void name(String name) {
    pieces.add(new Piece(PieceType.NAME, name));
  }

  private void column() {
    String column = COLUMNS[random.nextInt(COLUMNS.length)];
    name(column.startsWith("\"") && hasDoubleQuotedLiterals() ? "`Total`" : column);
  }

  private void table() {
    String table = TABLES[random.nextInt(TABLES.length)];
    pieces.add(
        new Piece(
            PieceType.TABLE,
            table.startsWith("\"") && hasDoubleQuotedLiterals() ? "`Order Lines`" : table));
  }

  private boolean hasDoubleQuotedLiterals() {
    return dialect.has(Dialect.Trait.DOUBLE_QUOTED_LITERALS);
  }

  private void literal() {
    pieces.add(new Piece(PieceType.LITERAL, ""));
  }

  private String write(Random choice, List<Piece> pieces) {
    StringBuilder text = new StringBuilder();
    for (Piece piece : pieces) {
      space(text, choice);
      switch (piece.type) {
        case WORD -> text.append(inAnyCase(piece.text, choice));
        case NAME, TABLE, SIGN -> text.append(piece.text);
        case LITERAL -> text.append(Literals.any(dialect, choice));
        case LITERALS -> literals(text, choice, 1 + choice.nextInt(6));
        case ROWS -> {
          for (int rows = choice.nextInt(5); rows >= 0; rows--) {
            text.append('(');
            literals(text, choice, Integer.parseInt(piece.text));
            text.append(rows > 0 ? ")," : ")");
            space(text, choice);
          }
        }
      }
    }
    return text.append(choice.nextInt(4) == 0 ? " ;" : "").toString();
  }

  private void literals(StringBuilder text, Random choice, int number) {
    for (int i = 0; i < number; i++) {
      text.append(i > 0 ? "," : "");
      space(text, choice);
      text.append(Literals.any(dialect, choice));
      space(text, choice);
    }
  }

  private static String inAnyCase(String word, Random choice) {
    return switch (choice.nextInt(3)) {
      case 0 -> word.toLowerCase(Locale.ROOT);
      case 1 -> word.toUpperCase(Locale.ROOT);
      default -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
    };
  }

  private static void space(StringBuilder text, Random choice) {
    switch (choice.nextInt(12)) {
      case 0 -> text.append("\n\t ");
      case 1 -> text.append(" /* it's " + MARKER + " \" */ ");
      case 2 -> text.append(" -- don't " + MARKER + "\n");
      case 3 -> text.append("/*+ hint(" + MARKER + ") */");
      case 4 -> text.append("\u00A0");
      default -> text.append(' ');
    }
  }
}
