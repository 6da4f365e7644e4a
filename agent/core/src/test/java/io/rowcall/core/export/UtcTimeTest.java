package io.rowcall.core.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class UtcTimeTest {
  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter COMPACT =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  @Test
  void formatsLikeTheJdk() {
    Random random = new Random(1);
    long end = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();
    assertSame(0);
    assertSame(end);
    assertSame(Instant.parse("2000-02-29T00:00:00Z").toEpochMilli());
    assertSame(Instant.parse("2100-03-01T00:00:00Z").toEpochMilli());
    for (int i = 0; i < 100_000; i++) {
      assertSame((long) (random.nextDouble() * end));
    }
  }

  private static void assertSame(long millis) {
    Instant instant = Instant.ofEpochMilli(millis);
    assertEquals(ISO.format(instant), UtcTime.iso(millis));
    assertEquals(COMPACT.format(instant), UtcTime.compact(millis));
  }
}
