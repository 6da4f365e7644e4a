package io.rowcall.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the text is, it stays in its line and shows what it is. */
final class SingleLineTest {
  /** Controls, line ends, marks of direction, joiners, tags, byte order marks, halves of pairs. */
  private static final int[] UNSEEN = {
    0, 7, 8, '\n', '\r', '\t', 0x0b, 0x1b, 0x7f, 0x85, 0x9b, 0xad, 0x061c, 0x200b, 0x200d, 0x200e,
    0x200f, 0x2028, 0x2029, 0x202a, 0x202e, 0x2066, 0x2069, 0xfeff, 0xe0041, 0xd800, 0xdfff
  };

  @Test
  void holdsNothingThatIsNotSeen() {
    var random = new Random(4711);
    for (int round = 0; round < 5_000; round++) {
      var text = new StringBuilder();
      for (int i = random.nextInt(40); i > 0; i--) {
        text.appendCodePoint(
            random.nextBoolean()
                ? UNSEEN[random.nextInt(UNSEEN.length)]
                : random.nextInt(random.nextBoolean() ? 0x80 : 0x110000));
      }
      String line = SingleLine.of(text.toString());
      assertEquals(text.length(), line.length());
      assertTrue(line.lines().count() <= 1, line);
      line.codePoints().forEach(c -> assertTrue(SingleLine.isSeen(c), () -> "U+" + c));
      assertSame(line, SingleLine.of(line), "nothing is left to do");
    }
  }

  @Test
  void knowsEveryOneThatIsNotSeen() {
    for (int c : UNSEEN) {
      assertFalse(SingleLine.isSeen(c), () -> Integer.toHexString(c));
    }
  }

  @Test
  void leavesTextsOfAnyLanguageAsTheyAre() {
    for (String text :
        new String[] {"SELECT * FROM größe", "مرحبا", "注文", "a \uD83D\uDE00 b", ""}) {
      assertSame(text, SingleLine.of(text));
    }
  }
}
