package io.rowcall.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class SingleLineTest {
  /**
   * Control characters, separators, bidirectional marks, joiners, tags, byte order marks,
   * surrogates.
   */
  private static final int[] INVISIBLE = {
    0, 7, 8, '\n', '\r', '\t', 0x0b, 0x1b, 0x7f, 0x85, 0x9b, 0xad, 0x061c, 0x200b, 0x200d, 0x200e,
    0x200f, 0x2028, 0x2029, 0x202a, 0x202e, 0x2066, 0x2069, 0xfeff, 0xe0041, 0xd800, 0xdfff
  };

  @Test
  void removesAllInvisibleCharacters() {
    var random = new Random(4711);
    for (int round = 0; round < 5_000; round++) {
      var text = new StringBuilder();
      for (int i = random.nextInt(40); i > 0; i--) {
        text.appendCodePoint(
            random.nextBoolean()
                ? INVISIBLE[random.nextInt(INVISIBLE.length)]
                : random.nextInt(random.nextBoolean() ? 0x80 : 0x110000));
      }
      String line = SingleLine.of(text.toString());
      assertEquals(text.length(), line.length());
      assertTrue(line.lines().count() <= 1, line);
      line.codePoints().forEach(c -> assertTrue(SingleLine.isVisible(c), () -> "U+" + c));
      assertSame(line, SingleLine.of(line), "idempotent");
    }
  }

  @Test
  void recognizesInvisibleCharacters() {
    for (int c : INVISIBLE) {
      assertFalse(SingleLine.isVisible(c), () -> Integer.toHexString(c));
    }
  }

  @Test
  void preservesTextInAnyLanguage() {
    for (String text :
        new String[] {"SELECT * FROM größe", "مرحبا", "注文", "a \uD83D\uDE00 b", ""}) {
      assertSame(text, SingleLine.of(text));
    }
  }
}
