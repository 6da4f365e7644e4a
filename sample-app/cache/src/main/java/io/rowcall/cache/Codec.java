package io.rowcall.cache;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** Encodes values as bytes and decodes them. The length is also the entry's weight. */
public interface Codec<T> {

  byte[] encode(T value) throws IOException;

  T decode(byte[] bytes) throws IOException;

  /** Text as UTF-8. */
  static Codec<String> utf8() {
    return of(
        text -> text.getBytes(StandardCharsets.UTF_8),
        bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  /** A codec of two functions that do not fail. */
  static <T> Codec<T> of(Function<T, byte[]> encode, Function<byte[], T> decode) {
    return new Codec<>() {
      @Override
      public byte[] encode(T value) {
        return encode.apply(value);
      }

      @Override
      public T decode(byte[] bytes) {
        return decode.apply(bytes);
      }
    };
  }
}
