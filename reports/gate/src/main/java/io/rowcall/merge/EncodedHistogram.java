package io.rowcall.merge;

import io.rowcall.format.read.ReportException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.HdrHistogram.Histogram;

/**
 * Decoder for HdrHistogram's compressed encoding (V2, two significant digits, unit 1). Holds the
 * last decoded histogram as pairs of bucket and count.
 *
 * <p>HdrHistogram's own decoder allocates the size in the header, which a hostile file sets to
 * gigabytes. This one reuses its buffers: a run of a hundred reports has 250,000 histograms.
 *
 * <p>Not thread-safe.
 */
final class EncodedHistogram {
  static final int HALF_BUCKETS = 128;

  private static final int COMPRESSED = 0x1c849304;
  private static final int PLAIN = 0x1c849303;
  private static final int HEADER_BYTES = 40;
  private static final int DIGITS = 2;

  /** For values below 2^42: 50 days in microseconds. Agents write one hour at most. */
  private static final int MAX_BUCKETS = (42 - 8 + 2) * HALF_BUCKETS;

  private static final int MAX_COUNT_BYTES = 9;

  private final Inflater inflater = new Inflater();
  private final byte[] plain = new byte[HEADER_BYTES + MAX_BUCKETS * MAX_COUNT_BYTES];
  private final int[] buckets = new int[MAX_BUCKETS];
  private final long[] counts = new long[MAX_BUCKETS];
  private int size;
  private int position;
  private int limit;

  /** Decodes a histogram and replaces the last one. */
  void decode(String base64) throws ReportException {
    size = 0;
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException notBase64) {
      throw invalid("invalid Base64: " + notBase64.getMessage());
    }
    if (bytes.length < 8) {
      throw invalid(bytes.length + " bytes");
    }
    var head = ByteBuffer.wrap(bytes);
    if ((head.getInt() & ~0xf0) != COMPRESSED) {
      throw invalid("another format");
    }
    int length = head.getInt();
    if (length < 0 || length > head.remaining()) {
      throw invalid("a length of " + length + " before " + head.remaining() + " bytes");
    }
    limit = inflate(bytes, length);
    readHeader();
    readCounts();
  }

  private int inflate(byte[] bytes, int length) throws ReportException {
    inflater.reset();
    inflater.setInput(bytes, 8, length);
    int inflated = 0;
    try {
      while (!inflater.finished() && inflated < plain.length) {
        int count = inflater.inflate(plain, inflated, plain.length - inflated);
        if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          throw invalid("truncated compressed data");
        }
        inflated += count;
      }
    } catch (DataFormatException broken) {
      throw invalid("corrupt compressed data: " + broken.getMessage());
    }
    if (!inflater.finished()) {
      throw invalid("more than " + plain.length + " bytes");
    }
    return inflated;
  }

  private void readHeader() throws ReportException {
    if (limit < HEADER_BYTES) {
      throw invalid("a header of " + limit + " bytes");
    }
    var header = ByteBuffer.wrap(plain, 0, HEADER_BYTES);
    int cookie = header.getInt();
    int length = header.getInt();
    int shift = header.getInt();
    int digits = header.getInt();
    long unit = header.getLong();
    header.getLong();
    double ratio = header.getDouble();
    if ((cookie & ~0xf0) != PLAIN || shift != 0 || ratio != 1) {
      throw invalid("another header");
    }
    if (digits != DIGITS || unit != 1) {
      throw invalid(digits + " significant digits and a unit of " + unit);
    }
    if (length < 0 || length > limit - HEADER_BYTES) {
      throw invalid("a length of " + length + " before " + (limit - HEADER_BYTES) + " bytes");
    }
    position = HEADER_BYTES;
    limit = HEADER_BYTES + length;
  }

  private void readCounts() throws ReportException {
    long bucket = 0;
    while (position < limit) {
      long count = readNumber();
      if (count < 0) {
        if (count < bucket - MAX_BUCKETS) {
          throw invalid("a value of 2^42 or more");
        }
        bucket -= count;
        continue;
      }
      if (bucket >= MAX_BUCKETS) {
        throw invalid("a value of 2^42 or more");
      }
      if (count > 0) {
        buckets[size] = (int) bucket;
        counts[size++] = count;
      }
      bucket++;
    }
  }

  /** Reads a ZigZag LEB128 number: seven bits per byte, except for a ninth byte with eight. */
  private long readNumber() throws ReportException {
    long value = 0;
    for (int i = 0; i < MAX_COUNT_BYTES; i++) {
      if (position == limit) {
        throw invalid("truncated counts");
      }
      long next = plain[position++];
      if (i == MAX_COUNT_BYTES - 1) {
        value |= next << 56;
        break;
      }
      value |= (next & 0x7f) << (7 * i);
      if (next >= 0) {
        break;
      }
    }
    return (value >>> 1) ^ -(value & 1);
  }

  /** Number of non-empty buckets. */
  int size() {
    return size;
  }

  /** Index of the n-th non-empty bucket, ascending. */
  int bucket(int n) {
    return buckets[n];
  }

  /** Count of the n-th non-empty bucket. */
  long count(int n) {
    return counts[n];
  }

  /** Smallest value of a bucket. */
  static long lowest(int bucket) {
    int exponent = bucket / HALF_BUCKETS - 1;
    return exponent < 0 ? bucket : (long) (bucket % HALF_BUCKETS + HALF_BUCKETS) << exponent;
  }

  /** Largest value of a bucket. */
  static long highest(int bucket) {
    return lowest(bucket) + (1L << Math.max(0, bucket / HALF_BUCKETS - 1)) - 1;
  }

  /** The encoding of a histogram, in Base64. */
  static String encode(Histogram histogram) {
    var buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    int length = histogram.encodeIntoCompressedByteBuffer(buffer);
    return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
  }

  private static ReportException invalid(String found) {
    return new ReportException(
        "histogram: HdrHistogram's compressed encoding in Base64, found " + found);
  }
}
