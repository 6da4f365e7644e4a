package io.rowcall.boot.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Equal values have equal hashes in every type, and different values different ones. */
final class BindHashTest {

  @Test
  void anIntegerHashesAlikeInEveryType() {
    var random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      long number = random.nextInt() >> random.nextInt(32);
      long hash = BindHash.of(number);
      for (Object same :
          List.of(
              number,
              (int) number,
              (double) number,
              "" + number,
              BigDecimal.valueOf(number),
              BigDecimal.valueOf(number).setScale(3),
              new BigDecimal(BigInteger.valueOf(number), 0),
              BigInteger.valueOf(number))) {
        assertEquals(hash, BindHash.of(same), () -> same.getClass() + " " + same);
      }
    }
  }

  @Test
  void theLargestNumbersAreExact() {
    for (long number : new long[] {Long.MAX_VALUE, Long.MIN_VALUE + 1, 9_007_199_254_740_993L}) {
      assertEquals(BindHash.of(number), BindHash.of("" + number));
      assertEquals(BindHash.of(number), BindHash.of(new BigDecimal(number)));
      assertEquals(BindHash.of(number), BindHash.of(new BigDecimal(number).setScale(4)));
      assertEquals(BindHash.of(number), BindHash.of(BigInteger.valueOf(number)));
    }
    assertNotEquals(
        BindHash.of(9_007_199_254_740_993L), BindHash.of(new BigDecimal("9007199254740992")));
    assertNotEquals(
        BindHash.of(new BigDecimal("123456789012345678901234")),
        BindHash.of(new BigDecimal("123456789012345678901235")));
  }

  @Test
  void aFractionHashesAlikeInEveryType() {
    var random = new Random(8);
    for (int i = 0; i < 2_000; i++) {
      var decimal = BigDecimal.valueOf(random.nextInt(1_000_000) * 10L + 1, 1 + random.nextInt(6));
      long hash = BindHash.of(decimal);
      assertEquals(hash, BindHash.of(decimal.doubleValue()), decimal::toString);
      assertEquals(hash, BindHash.of(decimal.toPlainString()), decimal::toString);
      assertEquals(hash, BindHash.of(decimal.setScale(decimal.scale() + 2)), decimal::toString);
    }
  }

  @Test
  void distinguishesTextsFromNumbers() {
    var hashes = new HashSet<Long>();
    var texts = List.of("7", "07", "+7", " 7", "7 ", "7e0", "7.", ".7", "-", "", "0x7", "--7");
    for (String text : texts) {
      assertTrue(hashes.add(BindHash.of(text)), text);
    }
    assertNotEquals(BindHash.of("AaAa"), BindHash.of("BBBB"));
    assertFalse(BindHash.areComparable(BindHash.of("abc"), BindHash.of(7L)));
  }

  @Test
  void aUuidHashesLikeItsTextAndItsBytes() {
    var uuid = new UUID(0x1234567890abcdefL, 0xfedcba0987654321L);
    long hash = BindHash.of(uuid);
    byte[] bytes =
        ByteBuffer.allocate(16)
            .putLong(uuid.getMostSignificantBits())
            .putLong(uuid.getLeastSignificantBits())
            .array();
    assertEquals(hash, BindHash.of(uuid.toString()));
    assertEquals(hash, BindHash.of(uuid.toString().toUpperCase(Locale.ROOT)));
    assertEquals(hash, BindHash.of(bytes));
    assertTrue(BindHash.areComparable(hash, BindHash.of(UUID.randomUUID())));
  }

  @Test
  void anArrayHashesLikeItsElements() {
    long hash = BindHash.of(new Long[] {3L, 4L});
    assertEquals(hash, BindHash.of(new long[] {3, 4}));
    assertEquals(hash, BindHash.of(new Object[] {3, "4"}));
    assertNotEquals(hash, BindHash.of(new long[] {4, 3}));
    assertNotEquals(hash, BindHash.of(new Object[] {new long[] {3, 4}}));
  }

  @Test
  void anyOtherObjectHashesByIdentity() {
    var stream = new ByteArrayInputStream(new byte[0]);
    assertEquals(BindHash.of(stream), BindHash.of(stream));
    assertNotEquals(BindHash.of(stream), BindHash.of(new ByteArrayInputStream(new byte[0])));
    var self = new Object[1];
    self[0] = self;
    assertEquals(BindHash.of(self), BindHash.of(self));
    assertFalse(BindHash.areComparable(BindHash.of(stream), BindHash.of(new Object())));
  }

  @Test
  void callsNoMethodOfTheApplication() {
    var hostile =
        new BigDecimal("7") {
          @Override
          public int scale() {
            throw new AssertionError("called");
          }
        };
    assertNotEquals(0, BindHash.of(hostile));
  }
}
