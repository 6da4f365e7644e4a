package io.rowcall.cache;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Bytes of a value for the second tier: a marker, then the codec's bytes unless it is null. */
final class EncodedValue {

  private static final byte[] NULL = {'N'};
  private static final byte VALUE = 'V';

  private EncodedValue() {}

  static <T> byte[] encode(Codec<T> codec, @Nullable T value) throws IOException {
    if (value == null) {
      return NULL.clone();
    }
    byte[] plain = codec.encode(value);
    byte[] encoded = new byte[plain.length + 1];
    encoded[0] = VALUE;
    System.arraycopy(plain, 0, encoded, 1, plain.length);
    return encoded;
  }

  static <T> @Nullable T decode(Codec<T> codec, byte[] encoded) throws IOException {
    if (encoded.length == 0 || encoded[0] != VALUE) {
      return null;
    }
    return codec.decode(Arrays.copyOfRange(encoded, 1, encoded.length));
  }
}
