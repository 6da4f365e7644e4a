package io.rowcall.core.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pair of {@code sql/pairs.txt}. */
class CorpusTest {

  static List<Pair> pairs() {
    return Pair.all();
  }

  @Test
  void holdsThreeHundredPairsAndMore() {
    long lines = pairs().stream().mapToInt(Pair::line).distinct().count();
    assertTrue(lines >= 300, () -> lines + " lines");
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void tellsSameFromDifferent(Pair pair) {
    NormalizedSql one = SqlNormalizer.normalize(pair.one(), pair.dialect());
    NormalizedSql other = SqlNormalizer.normalize(pair.other(), pair.dialect());

    if (pair.same()) {
      assertEquals(one.text(), other.text());
      assertEquals(one.id(), other.id());
    } else {
      assertNotEquals(one.text(), other.text());
      assertNotEquals(one.id(), other.id());
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void learnsWhatTheTextSays(Pair pair) {
    NormalizedSql one = SqlNormalizer.normalize(pair.one(), pair.dialect());

    assertFact(pair, "r:=", String.join(",", one.readTables()));
    assertFact(pair, "w:=", String.join(",", one.writeTables()));
    assertFact(pair, "list:=", String.valueOf(one.listSize()));
    List<String> words = List.of(pair.expected().split(" ", -1));
    assertEquals(words.get(0), one.kind().toString(), one.text());
    assertEquals(words.contains("limit"), one.hasLimit(), () -> "limit of " + one.text());
    assertEquals(words.contains("lock"), one.forUpdate(), () -> "lock of " + one.text());
    assertEquals(
        words.contains("approximate"), one.approximate(), () -> "precision of " + one.text());
    assertEquals(one.idInHex(), String.format(Locale.ROOT, "%016x", one.id()));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void leavesANormalizedTextAsItIs(Pair pair) {
    for (String text : List.of(pair.one(), pair.other())) {
      String normalized = SqlNormalizer.normalize(text, pair.dialect()).text();
      assertEquals(normalized, SqlNormalizer.normalize(normalized, pair.dialect()).text());
    }
  }

  /** Every literal, password and unreadable rest of the corpus that is named so. */
  @ParameterizedTest
  @MethodSource("pairs")
  void letsNoSecretThrough(Pair pair) {
    if (!pair.one().contains("secret") || !pair.same()) {
      return;
    }
    String text = SqlNormalizer.normalize(pair.one(), pair.dialect()).text();
    assertTrue(!text.toLowerCase(Locale.ROOT).contains("secret"), text);
  }

  /**
   * A value goes to the next fact; names may hold spaces. Where a line stands for several dialects,
   * these may fold the case of names.
   */
  private static void assertFact(Pair pair, String name, String found) {
    int start = pair.expected().indexOf(name);
    if (start < 0) {
      return;
    }
    String value = pair.expected().substring(start + name.length());
    String[] ends = {" r:=", " w:=", " list:=", " limit", " lock", " approximate"};
    for (String end : ends) {
      int at = value.indexOf(end);
      value = at < 0 ? value : value.substring(0, at);
    }
    boolean alike = pair.shared() && value.equalsIgnoreCase(found);
    assertEquals(value, alike ? value : found, () -> name + " of " + pair.one());
  }
}
