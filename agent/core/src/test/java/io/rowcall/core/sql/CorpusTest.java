package io.rowcall.core.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Normalizes every pair of {@code sql/pairs.txt}. */
class CorpusTest {

  static List<Pair> pairs() {
    return Pair.all();
  }

  @Test
  void hasAtLeastThreeHundredPairs() {
    long lines = pairs().stream().mapToInt(Pair::line).distinct().count();
    assertTrue(lines >= 300, () -> lines + " lines");
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void distinguishesStatements(Pair pair) {
    NormalizedSql first = SqlNormalizer.normalize(pair.first(), pair.dialect());
    NormalizedSql second = SqlNormalizer.normalize(pair.other(), pair.dialect());

    if (pair.same()) {
      assertEquals(first.text(), second.text());
      assertEquals(first.id(), second.id());
    } else {
      assertNotEquals(first.text(), second.text());
      assertNotEquals(first.id(), second.id());
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void findsTheFactsOfTheFirstText(Pair pair) {
    NormalizedSql first = SqlNormalizer.normalize(pair.first(), pair.dialect());

    assertFact(pair, "r:=", String.join(",", first.readTables()));
    assertFact(pair, "w:=", String.join(",", first.writeTables()));
    assertFact(pair, "list:=", String.valueOf(first.listSize()));
    List<String> words = List.of(pair.expected().split(" ", -1));
    assertEquals(words.get(0), first.kind().toString(), first.text());
    assertEquals(words.contains("limit"), first.hasLimit(), () -> "limit of " + first.text());
    assertEquals(words.contains("lock"), first.forUpdate(), () -> "lock of " + first.text());
    assertEquals(
        words.contains("approximate"), first.approximate(), () -> "precision of " + first.text());
    assertEquals(first.idInHex(), String.format(Locale.ROOT, "%016x", first.id()));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void isIdempotent(Pair pair) {
    for (String text : List.of(pair.first(), pair.other())) {
      String normalized = SqlNormalizer.normalize(text, pair.dialect()).text();
      assertEquals(normalized, SqlNormalizer.normalize(normalized, pair.dialect()).text());
    }
  }

  static List<Pair> secrets() {
    return pairs().stream().filter(pair -> pair.same() && pair.first().contains("secret")).toList();
  }

  /** Literals, passwords and unreadable text of the corpus contain the word secret. */
  @ParameterizedTest
  @MethodSource("secrets")
  void leaksNoSecret(Pair pair) {
    String text = SqlNormalizer.normalize(pair.first(), pair.dialect()).text();
    assertTrue(!text.toLowerCase(Locale.ROOT).contains("secret"), text);
  }

  /**
   * A value extends to the next fact, because names may contain spaces. A line for several dialects
   * ignores case, because these may fold the case of names differently.
   */
  private static void assertFact(Pair pair, String name, String found) {
    int start = pair.expected().indexOf(name);
    if (start < 0) {
      return;
    }
    String value = pair.expected().substring(start + name.length());
    String[] ends = {" r:=", " w:=", " list:=", " limit", " lock", " approximate"};
    for (String end : ends) {
      int index = value.indexOf(end);
      value = index < 0 ? value : value.substring(0, index);
    }
    boolean alike = pair.shared() && value.equalsIgnoreCase(found);
    assertEquals(value, alike ? value : found, () -> name + " of " + pair.first());
  }
}
