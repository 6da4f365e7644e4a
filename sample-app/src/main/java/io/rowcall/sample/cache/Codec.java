package io.rowcall.sample.cache;

import java.io.IOException;

/** Encodes values as bytes and decodes them. The length is also the entry's weight. */
public interface Codec<T> {

  byte[] encode(T value) throws IOException;

  T decode(byte[] bytes) throws IOException;
}
