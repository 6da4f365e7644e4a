package io.rowcall.core.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Mutates the corpus and random statements, and checks what holds for any text. Reports the first
 * text that breaks a rule, with the seed that makes it again.
 */
final class Fuzz {
  private static final String[] PIECES = {
    "'",
    "''",
    "\"",
    "`",
    "\\",
    "\\'",
    "--",
    "-- ",
    "/*",
    "*/",
    "/*!",
    "#",
    "$$",
    "$tag$",
    "$1",
    "q'[",
    "]'",
    "E'",
    "N'",
    "X'",
    "U&'",
    "U&\"",
    "_utf8'",
    "[",
    "]",
    "(",
    ")",
    "{",
    "}",
    "?",
    "??",
    "?|",
    "?&",
    "::",
    ":",
    ":=",
    "@",
    "@x",
    ";",
    "\n",
    " ",
    "\0",
    "\u00A0",
    "\uD83D",
    "ü",
    "-",
    "+",
    ".",
    ",",
    "1",
    "1e",
    "0x",
    "1_0",
    ".5",
    "1a",
    "=",
    "||",
    "<",
    ">",
    "SELECT ",
    "FROM ",
    "WHERE ",
    " IN (",
    "VALUES ",
    "ARRAY[",
    " AND ",
    "BETWEEN ",
    "NULL",
    "IS NOT ",
    "TRUE",
    "LIMIT ",
    "TOP ",
    "ESCAPE ",
    "IDENTIFIED BY ",
    "PASSWORD ",
    "UPDATE ",
    "DELETE ",
    "INSERT INTO ",
    "WITH ",
    "AS ",
    "UNION ",
    "TABLE ",
    "CREATE ",
    "SET ",
    "EXEC ",
    "ROW",
    "FETCH FIRST ",
    "JOIN ",
    "ON ",
    "USING ",
    "END",
    "CASE ",
    "ANY",
    "FIELD",
    "REPLACE "
  };

  /** A number that stands alone. */
  private static final Pattern NUMBER = Pattern.compile("(^|[ (,])[0-9]+([ ),]|$)");

  private final List<String> seeds = new ArrayList<>();
  private long texts;

  Fuzz() {
    Set<String> known = new HashSet<>();
    for (Pair pair : Pair.all()) {
      known.add(pair.one());
      known.add(pair.other());
    }
    seeds.addAll(known);
    seeds.sort(String::compareTo);
  }

  /** Checks one text; throws an AssertionError that names it. */
  void step(long seed) {
    // Mixed, because the first numbers of neighboring seeds are alike.
    Random random = new Random(seed * 0x9E3779B97F4A7C15L);
    Dialect dialect = Dialect.values()[random.nextInt(Dialect.values().length)];
    String text = mutated(random, dialect);
    texts++;
    String broken;
    try {
      broken = broken(text, dialect);
      if (broken.isEmpty()) {
        broken = sharedSkeleton(text, Literals.exchanged(text, random), dialect);
      }
    } catch (RuntimeException e) {
      throw new AssertionError("seed " + seed + ", " + dialect + ": " + text, e);
    }
    if (!broken.isEmpty()) {
      throw new AssertionError("seed " + seed + ", " + dialect + ": " + broken + "\n" + text);
    }
  }

  long texts() {
    return texts;
  }

  String mutated(Random random, Dialect dialect) {
    String text =
        random.nextInt(4) == 0
            ? new Sample(dialect, random.nextLong()).text(random.nextLong())
            : seeds.get(random.nextInt(seeds.size()));
    StringBuilder mutated = new StringBuilder(text);
    for (int i = 1 + random.nextInt(6); i > 0; i--) {
      int at = random.nextInt(mutated.length() + 1);
      int to = Math.min(mutated.length(), at + random.nextInt(random.nextBoolean() ? 3 : 20));
      switch (random.nextInt(6)) {
        case 0 -> mutated.delete(at, to);
        case 1 -> mutated.insert(at, mutated.substring(at, to));
        case 2 -> {
          String other = seeds.get(random.nextInt(seeds.size()));
          mutated.replace(at, to, other.substring(random.nextInt(other.length())));
        }
        case 3 -> mutated.insert(at, (char) random.nextInt(random.nextBoolean() ? 128 : 0x10000));
        default -> mutated.insert(at, PIECES[random.nextInt(PIECES.length)]);
      }
    }
    return mutated.toString();
  }

  /** What is wrong with the statement of a text; empty if nothing is. */
  private static String broken(String text, Dialect dialect) {
    SqlNormalizer scanner = SqlNormalizer.scan(text, dialect, TableNames.AS_WRITTEN);
    NormalizedSql statement = SqlNormalizer.normalize(text, dialect);
    if (scanner.visited() > 2L * text.length()) {
      return "visited " + scanner.visited();
    }
    if (statement.text().length() > 4L * text.length() + 1) {
      return "long: " + statement.text();
    }
    NormalizedSql again = SqlNormalizer.normalize(statement.text(), dialect);
    if (again.id() != statement.id() && !statement.text().endsWith(NormalizedText.CUT_MARK)) {
      return "not stable:\n" + statement.text() + "\n" + again.text();
    }
    String names = withoutQuotedNames(statement.text(), dialect);
    if (names.contains("'")) {
      return "a quote: " + statement.text();
    }
    if (NUMBER.matcher(names).find()) {
      return "a number: " + statement.text();
    }
    NormalizedSql folded = SqlNormalizer.normalize(text, dialect, TableNames.DIGITS_FOLDED);
    if (folded.kind() != statement.kind() || folded.listSize() != statement.listSize()) {
      return "folded digits change more than names";
    }
    return "";
  }

  private static String sharedSkeleton(String one, String other, Dialect dialect) {
    long skeleton = Fingerprint.of(one, dialect);
    return skeleton == Fingerprint.NONE
            || skeleton != Fingerprint.of(other, dialect)
            || everything(one, dialect).equals(everything(other, dialect))
        ? ""
        : "one skeleton, but another statement: " + other;
  }

  /** All that a scan tells. */
  static String everything(String sql, Dialect dialect) {
    NormalizedSql statement = SqlNormalizer.normalize(sql, dialect);
    return String.join(
        "\n",
        statement.toString(),
        statement.kind().name(),
        String.join(",", statement.readTables()),
        String.join(",", statement.writeTables()),
        statement.listSize() + " " + statement.hasLimit() + " " + statement.forUpdate(),
        "" + statement.approximate());
  }

  private static String withoutQuotedNames(String text, Dialect dialect) {
    StringBuilder names = new StringBuilder();
    Lexer lexer =
        new Lexer(text, dialect, dialect.has(Dialect.Trait.DOUBLE_QUOTED_LITERALS), Lexer.NOWHERE);
    int from = 0;
    while (lexer.advance()) {
      Token token = lexer.current();
      if (token.shape == Token.TokenType.QUOTED || token.shape == Token.TokenType.DOUBLE_QUOTED) {
        names.append(text, from, token.start).append('n');
        from = token.end;
      }
    }
    return names.append(text, from, text.length()).toString();
  }
}
