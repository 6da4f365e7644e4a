package io.rowcall.format.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.Arrays;

/** Deserializes a list of counts. */
final class CountsDeserializer extends StdDeserializer<long[]> {
  private static final long serialVersionUID = 1;
  private static final int USUAL_LENGTH = 64;

  CountsDeserializer() {
    super(long[].class);
  }

  @Override
  public long[] deserialize(JsonParser in, DeserializationContext context) throws IOException {
    if (!in.isExpectedStartArrayToken()) {
      return (long[]) context.handleUnexpectedToken(long[].class, in);
    }
    long[] values = new long[USUAL_LENGTH];
    int size = 0;
    while (in.nextToken() != JsonToken.END_ARRAY) {
      if (size == values.length) {
        values = Arrays.copyOf(values, size * 2);
      }
      values[size++] = CountDeserializer.read(in, context);
    }
    return Arrays.copyOf(values, size);
  }
}
