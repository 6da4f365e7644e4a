package io.rowcall.core.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Fuzzer: mutates the corpus and random statements, and checks rules that hold for any text.
 * Reports the first text that violates a rule, with the seed that reproduces it.
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

  /** A number that is not part of a name. */
  private static final Pattern NUMBER = Pattern.compile("(^|[ (,])[0-9]+([ ),]|$)");

  private final List<String> seeds = new ArrayList<>();
  private long texts;
  private long fingerprinted;

  Fuzz() {
    Set<String> known = new HashSet<>();
    for (Pair pair : Pair.all()) {
      known.add(pair.first());
      known.add(pair.other());
    }
    seeds.addAll(known);
    seeds.sort(String::compareTo);
  }

  /** Checks one text; throws an AssertionError that contains it. */
  void step(long seed) {
    // Mixed, because neighboring seeds start with similar random numbers.
    Random random = new Random(seed * 0x9E3779B97F4A7C15L);
    Dialect dialect = Dialect.values()[random.nextInt(Dialect.values().length)];
    String text = mutated(random, dialect);
    texts++;
    String violation;
    try {
      violation = violation(text, dialect);
      if (violation.isEmpty()) {
        violation = sharedFingerprint(text, Literals.replaced(text, random), dialect);
      }
    } catch (RuntimeException e) {
      throw new AssertionError("seed " + seed + ", " + dialect + ": " + text, e);
    }
    if (!violation.isEmpty()) {
      throw new AssertionError("seed " + seed + ", " + dialect + ": " + violation + "\n" + text);
    }
  }

  long texts() {
    return texts;
  }

  /** Number of texts that share a fingerprint with another text. */
  long fingerprinted() {
    return fingerprinted;
  }

  String mutated(Random random, Dialect dialect) {
    String text =
        random.nextInt(4) == 0
            ? new Sample(dialect, random.nextLong()).text(random.nextLong())
            : seeds.get(random.nextInt(seeds.size()));
    StringBuilder mutated = new StringBuilder(text);
    for (int i = 1 + random.nextInt(6); i > 0; i--) {
      int from = random.nextInt(mutated.length() + 1);
      int to = Math.min(mutated.length(), from + random.nextInt(random.nextBoolean() ? 3 : 20));
      switch (random.nextInt(6)) {
        case 0 -> mutated.delete(from, to);
        case 1 -> mutated.insert(from, mutated.substring(from, to));
        case 2 -> {
          String other = seeds.get(random.nextInt(seeds.size()));
          mutated.replace(from, to, other.substring(random.nextInt(other.length())));
        }
        case 3 -> mutated.insert(from, (char) random.nextInt(random.nextBoolean() ? 128 : 0x10000));
        default -> mutated.insert(from, PIECES[random.nextInt(PIECES.length)]);
      }
    }
    return mutated.toString();
  }

  /** The rule that the statement of a text violates; empty for none. */
  private static String violation(String text, Dialect dialect) {
    SqlNormalizer normalizer = SqlNormalizer.run(text, dialect, TableNames.AS_WRITTEN);
    NormalizedSql statement = SqlNormalizer.normalize(text, dialect);
    if (normalizer.visited() > 2L * text.length()) {
      return "visited " + normalizer.visited();
    }
    if (statement.text().length() > 4L * text.length() + 1) {
      return "long: " + statement.text();
    }
    NormalizedSql again = SqlNormalizer.normalize(statement.text(), dialect);
    if (again.id() != statement.id() && !statement.text().endsWith(NormalizedText.CUT_MARK)) {
      return "not stable:\n" + statement.text() + "\n" + again.text();
    }
    statement.lookupKeys();
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

  private String sharedFingerprint(String first, String other, Dialect dialect) {
    long fingerprint = Fingerprint.of(first, dialect);
    if (fingerprint == Fingerprint.NONE || fingerprint != Fingerprint.of(other, dialect)) {
      return "";
    }
    fingerprinted++;
    return describe(first, dialect).equals(describe(other, dialect))
        ? ""
        : "same fingerprint, but another statement: " + other;
  }

  /** All properties of the statement of a text. */
  static String describe(String sql, Dialect dialect) {
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
        new Lexer(
            text, dialect, dialect.has(Dialect.Trait.DOUBLE_QUOTED_LITERALS), Lexer.NO_POSITION);
    int from = 0;
    while (lexer.advance()) {
      Token token = lexer.current();
      if (token.type == Token.TokenType.QUOTED_NAME
          || token.type == Token.TokenType.DOUBLE_QUOTED) {
        names.append(text, from, token.start).append('n');
        from = token.end;
      }
    }
    return names.append(text, from, text.length()).toString();
  }
}
