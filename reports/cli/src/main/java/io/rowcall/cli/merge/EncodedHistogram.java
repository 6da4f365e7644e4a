package io.rowcall.cli.merge;

import io.rowcall.format.ReportException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.HdrHistogram.Histogram;

/**
 * Reads HdrHistogram's compressed encoding (V2, two significant digits, unit 1) into pairs of a
 * bucket and its count. HdrHistogram's own decoder allocates what the header asks for, which a
 * hostile one sets to gigabytes; and a run of a hundred reports has 250,000 of them.
 *
 * <p>One thread. A decoder holds the last histogram that it has read.
 */
final class EncodedHistogram {
  static final int HALF_BUCKETS = 128;

  private static final int COMPRESSED = 0x1c849304;
  private static final int PLAIN = 0x1c849303;
  private static final int HEADER_BYTES = 40;
  private static final int DIGITS = 2;

  /** Values below 2^42: 50 days in microseconds. An agent writes an hour at most. */
  private static final int MAX_BUCKETS = (42 - 8 + 2) * HALF_BUCKETS;

  private static final int BYTES_OF_A_COUNT = 9;

  private final Inflater inflater = new Inflater();
  private final byte[] plain = new byte[HEADER_BYTES + MAX_BUCKETS * BYTES_OF_A_COUNT];
  private final int[] buckets = new int[MAX_BUCKETS];
  private final long[] counts = new long[MAX_BUCKETS];
  private int size;
  private int at;
  private int end;

  /** Reads a histogram; afterwards it is this one. */
  void read(String base64) throws ReportException {
    size = 0;
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException noBase64) {
      throw bad("what is no Base64: " + noBase64.getMessage());
    }
    if (bytes.length < 8) {
      throw bad(bytes.length + " bytes");
    }
    var head = ByteBuffer.wrap(bytes);
    if ((head.getInt() & ~0xf0) != COMPRESSED) {
      throw bad("bytes of another kind");
    }
    int length = head.getInt();
    if (length < 0 || length > head.remaining()) {
      throw bad("a length of " + length + " before " + head.remaining() + " bytes");
    }
    end = inflate(bytes, length);
    header();
    counts();
  }

  private int inflate(byte[] bytes, int length) throws ReportException {
    inflater.reset();
    inflater.setInput(bytes, 8, length);
    int inflated = 0;
    try {
      while (!inflater.finished() && inflated < plain.length) {
        int more = inflater.inflate(plain, inflated, plain.length - inflated);
        if (more == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          throw bad("compressed bytes that end too early");
        }
        inflated += more;
      }
    } catch (DataFormatException broken) {
      throw bad("compressed bytes that are broken: " + broken.getMessage());
    }
    if (!inflater.finished()) {
      throw bad("more than " + plain.length + " bytes in it");
    }
    return inflated;
  }

  private void header() throws ReportException {
    if (end < HEADER_BYTES) {
      throw bad("a header of " + end + " bytes");
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
      throw bad("a header of another kind");
    }
    if (digits != DIGITS || unit != 1) {
      throw bad(digits + " significant digits of a unit of " + unit);
    }
    if (length < 0 || length > end - HEADER_BYTES) {
      throw bad("a length of " + length + " before " + (end - HEADER_BYTES) + " bytes");
    }
    at = HEADER_BYTES;
    end = HEADER_BYTES + length;
  }

  private void counts() throws ReportException {
    long bucket = 0;
    while (at < end) {
      long count = number();
      if (count < 0) {
        if (count < bucket - MAX_BUCKETS) {
          throw bad("a value of 2^42 or more");
        }
        bucket -= count;
        continue;
      }
      if (bucket >= MAX_BUCKETS) {
        throw bad("a value of 2^42 or more");
      }
      if (count > 0) {
        buckets[size] = (int) bucket;
        counts[size++] = count;
      }
      bucket++;
    }
  }

  /** ZigZag LEB128: seven bits a byte, the ninth byte whole. */
  private long number() throws ReportException {
    long value = 0;
    for (int i = 0; i < BYTES_OF_A_COUNT; i++) {
      if (at == end) {
        throw bad("counts that end too early");
      }
      long next = plain[at++];
      if (i == BYTES_OF_A_COUNT - 1) {
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

  /** How many buckets are not empty. */
  int size() {
    return size;
  }

  /** The position of the n-th bucket that is not empty; they ascend. */
  int bucket(int n) {
    return buckets[n];
  }

  long count(int n) {
    return counts[n];
  }

  /** The smallest value of a bucket. */
  static long lowest(int bucket) {
    int exponent = bucket / HALF_BUCKETS - 1;
    return exponent < 0 ? bucket : (long) (bucket % HALF_BUCKETS + HALF_BUCKETS) << exponent;
  }

  /** The largest value of a bucket. */
  static long highest(int bucket) {
    return lowest(bucket) + (1L << Math.max(0, bucket / HALF_BUCKETS - 1)) - 1;
  }

  static String write(Histogram histogram) {
    var buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    int length = histogram.encodeIntoCompressedByteBuffer(buffer);
    return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
  }

  private static ReportException bad(String found) {
    return new ReportException(
        "histogram: HdrHistogram's compressed encoding in Base64, found " + found);
  }
}
