package io.rowcall.format.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;

/** Deserializes a count: a whole number of 0 or more. */
final class CountDeserializer extends StdDeserializer<Long> {
  private static final long serialVersionUID = 1;

  CountDeserializer() {
    super(long.class);
  }

  @Override
  public Long deserialize(JsonParser in, DeserializationContext context) throws IOException {
    return read(in, context);
  }

  static long read(JsonParser in, DeserializationContext context) throws IOException {
    if (!in.hasToken(JsonToken.VALUE_NUMBER_INT)) {
      throw context.wrongTokenException(
          in, long.class, JsonToken.VALUE_NUMBER_INT, "expected a whole number");
    }
    long value = in.getLongValue();
    if (value < 0) {
      throw context.weirdNumberException(value, long.class, "expected 0 or more");
    }
    return value;
  }
}
