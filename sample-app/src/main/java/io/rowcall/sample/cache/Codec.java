package io.rowcall.sample.cache;

import java.io.IOException;

/** Writes a value as bytes and reads it back. The length is also what the entry weighs. */
public interface Codec<T> {

  byte[] encode(T value) throws IOException;

  T decode(byte[] bytes) throws IOException;
}
