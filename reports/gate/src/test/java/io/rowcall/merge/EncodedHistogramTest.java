package io.rowcall.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.format.read.ReportException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.PackedHistogram;
import org.junit.jupiter.api.Test;

/** Compares with HdrHistogram itself. */
final class EncodedHistogramTest {
  private static final int PLAIN = 0x1c849313;
  private static final int COMPRESSED = 0x1c849314;

  private final MemoryBudget memory = new MemoryBudget(Long.MAX_VALUE);
  private final EncodedHistogram decoder = new EncodedHistogram();

  @Test
  void roundTripsHdrHistogramAndAgreesOnPercentiles() throws IOException {
    var random = new Random(7);
    for (int round = 0; round < 300; round++) {
      Histogram histogram = round % 2 == 0 ? new Histogram(2) : new PackedHistogram(2);
      histogram.setAutoResize(true);
      for (int i = random.nextInt(60); i >= 0; i--) {
        long value = random.nextInt(9) == 0 ? 0 : (long) Math.exp(random.nextDouble() * 29);
        histogram.recordValueWithCount(value, 1 + (long) Math.exp(random.nextDouble() * 30));
      }
      String encoded = EncodedHistogram.encode(histogram);
      var sum = new HistogramMerger();
      decoder.decode(encoded);
      sum.add(decoder, memory);
      assertEquals(encoded, sum.encoded());
      assertEquals(histogram.getTotalCount(), sum.total());
      assertEquals(histogram.getMinValue(), sum.min());
      assertEquals(histogram.getMaxValue(), sum.max());
      for (double percentile : new double[] {0.1, 1, 25, 50, 90, 95, 99, 99.9, 100}) {
        assertEquals(histogram.getValueAtPercentile(percentile), sum.percentile(percentile));
      }
    }
  }

  @Test
  void decodesAnEmptyHistogram() throws IOException {
    decoder.decode(EncodedHistogram.encode(new Histogram(2)));
    assertEquals(0, decoder.size());
  }

  @Test
  void rejectsAHeaderThatWouldAllocateGigabytes() throws IOException {
    assertRejected(payload(5, 1, Long.MAX_VALUE, 4), "5 significant digits");
    assertRejected(payload(2, 1L << 62, Long.MAX_VALUE, 4), "a unit of");
    assertRejected(payload(2, 1, Long.MAX_VALUE, Integer.MAX_VALUE), "a length of 2147483647");
    assertRejected(payload(2, 1, Long.MAX_VALUE, -1), "a length of -1");
  }

  @Test
  void rejectsAValueBeyondTheLastBucket() throws IOException {
    var zeros = new byte[] {(byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x0f, 2};
    assertRejected(payload(2, 1, 100, 6, zeros), "2^42");
    var mostZeros = new byte[10];
    java.util.Arrays.fill(mostZeros, 0, 9, (byte) 0xff);
    mostZeros[9] = 2;
    assertRejected(payload(2, 1, 100, 10, mostZeros), "2^42");
  }

  @Test
  void rejectsADecompressionBomb() throws IOException {
    assertRejected(compressed(new byte[10_000_000]), "more than");
  }

  @Test
  void survivesAnyFlippedBit() throws IOException {
    var histogram = new Histogram(2);
    histogram.setAutoResize(true);
    histogram.recordValue(123_456);
    byte[] whole = Base64.getDecoder().decode(EncodedHistogram.encode(histogram));
    int rejections = 0;
    for (int i = 0; i < whole.length; i++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] corrupt = whole.clone();
        corrupt[i] ^= (byte) (1 << bit);
        try {
          decoder.decode(Base64.getEncoder().encodeToString(corrupt));
        } catch (ReportException rejected) {
          assertTrue(String.valueOf(rejected.getMessage()).contains("found"), "byte " + i);
          rejections++;
        }
      }
    }
    assertTrue(rejections > whole.length, rejections + " of " + 8 * whole.length);
  }

  private void assertRejected(String encoded, String found) {
    var exception = assertThrows(ReportException.class, () -> decoder.decode(encoded));
    String message = String.valueOf(exception.getMessage());
    assertTrue(message.contains(found), message);
  }

  private static String payload(int digits, long unit, long highest, int length, byte... counts)
      throws IOException {
    var plain = ByteBuffer.allocate(40 + counts.length);
    plain.putInt(PLAIN).putInt(length).putInt(0).putInt(digits);
    plain.putLong(unit).putLong(highest).putDouble(1).put(counts);
    return compressed(plain.array());
  }

  private static String compressed(byte[] plain) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var deflater = new DeflaterOutputStream(bytes)) {
      deflater.write(plain);
    }
    var whole = ByteBuffer.allocate(8 + bytes.size());
    whole.putInt(COMPRESSED).putInt(bytes.size()).put(bytes.toByteArray());
    return Base64.getEncoder().encodeToString(whole.array());
  }
}
