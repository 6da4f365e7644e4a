package io.rowcall.core.sql;

import io.rowcall.core.sql.Dialect.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Generator of random literals and parameters, as tricky as the dialect allows. Strings contain the
 * marker of {@link Sample}.
 */
final class Literals {
  private static final String[] INSIDES = {
    "",
    " ",
    "--",
    "/*",
    "*/",
    ";",
    "?",
    "$$",
    "$1",
    ":x",
    "(",
    ")",
    ",",
    "[",
    "]",
    "{",
    "}",
    "\"",
    "`",
    "#",
    "@",
    "ü",
    "😀",
    "SELECT",
    " FROM secret_table ",
    "\n",
    "\0",
    "q''",
    "E",
    "N",
    "0x",
    "1e5",
    "-",
    "''"
  };

  /** Literals that all dialects read alike. */
  private static final Pattern PLAIN = Pattern.compile("'[^'\\\\]*'|[0-9]+(\\.[0-9]+)?");

  private Literals() {}

  /** A text with every plain literal replaced. */
  static String replaced(String sql, Random random) {
    Matcher matcher = PLAIN.matcher(sql);
    StringBuilder other = new StringBuilder();
    while (matcher.find()) {
      String literal =
          matcher.group().startsWith("'")
              ? "'" + inside(random).replace("'", "''") + "'"
              : random.nextBoolean() ? "" + random.nextInt(1000) : random.nextInt(9) + ".25";
      matcher.appendReplacement(other, Matcher.quoteReplacement(literal));
    }
    return matcher.appendTail(other).toString();
  }

  static String any(Dialect dialect, Random choice) {
    List<String> kinds =
        new ArrayList<>(List.of("'", "'", "number", "number", "parameter", "N'", "word"));
    if (dialect.has(Trait.BACKSLASHES)) {
      kinds.addAll(List.of("\\", "\\"));
    }
    if (dialect.has(Trait.DOUBLE_QUOTED_LITERALS)) {
      kinds.add("\"");
    }
    if (dialect == Dialect.MYSQL) {
      kinds.add("_");
    }
    if (dialect.has(Trait.ANY_DATABASE)) {
      kinds.addAll(List.of("\"", "uuid"));
    }
    if (dialect.has(Trait.TRIPLE_QUOTES)) {
      kinds.add("triple");
    }
    if (dialect.has(Trait.E_STRINGS) && dialect != Dialect.GENERIC) {
      kinds.add("E");
    }
    if (dialect.has(Trait.DOLLAR_TAGS)) {
      kinds.addAll(List.of("$", "$tag"));
    }
    if (dialect.has(Trait.DOLLAR_PAIRS)) {
      kinds.add("$");
    }
    if (dialect.has(Trait.Q_QUOTES)) {
      kinds.add("q");
    }
    return switch (kinds.get(choice.nextInt(kinds.size()))) {
      case "'" -> "'" + inside(choice) + "'";
      case "N'" -> "N'" + inside(choice) + "'";
      case "\\" -> "'" + inside(choice) + "\\'" + inside(choice) + "\\\\'";
      case "\"" -> "\"" + inside(choice).replace("\"", "\"\"") + "'\"";
      case "triple" -> "\"\"\"" + inside(choice) + "\" it's \"" + inside(choice) + "x\"\"\"";
      case "uuid" -> "deadbeef-e89b-12d3-a456-4266141740" + choice.nextInt(10, 99);
      case "_" -> "_utf8'" + inside(choice) + "'";
      case "E" -> "E'" + inside(choice) + "\\'" + inside(choice) + "\\\\'";
      case "$" -> "$$" + inside(choice).replace("$", "'") + "$$";
      case "$tag" -> "$tag$" + inside(choice) + "'$tag$";
      case "q" -> "q'[" + inside(choice).replace("]", "x") + "']x]'";
      case "number" -> number(choice);
      case "parameter" ->
          choice.nextBoolean() ? "?" : choice.nextBoolean() ? ":" + Sample.MARKER : "?7";
      default -> choice.nextBoolean() ? "TRUE" : choice.nextBoolean() ? "false" : "NULL";
    };
  }

  private static String number(Random choice) {
    return switch (choice.nextInt(6)) {
      case 0 -> "-" + choice.nextInt(1000);
      case 1 -> choice.nextDouble() * 1e9 + "";
      case 2 -> "0x" + Integer.toHexString(choice.nextInt());
      case 3 -> "." + choice.nextInt(1000);
      case 4 -> choice.nextInt(100) + "e-" + choice.nextInt(20);
      default -> "" + choice.nextInt();
    };
  }

  static String inside(Random choice) {
    StringBuilder inside = new StringBuilder(Sample.MARKER);
    for (int i = choice.nextInt(5); i > 0; i--) {
      inside.append(INSIDES[choice.nextInt(INSIDES.length)]).append(Sample.MARKER);
    }
    return inside.toString();
  }
}
