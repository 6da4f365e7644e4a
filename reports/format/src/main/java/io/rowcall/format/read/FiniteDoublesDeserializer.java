package io.rowcall.format.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.Arrays;

/** Deserializes a list of finite numbers. */
final class FiniteDoublesDeserializer extends StdDeserializer<double[]> {
  private static final long serialVersionUID = 1;
  private static final int USUAL_LENGTH = 64;

  FiniteDoublesDeserializer() {
    super(double[].class);
  }

  @Override
  public double[] deserialize(JsonParser in, DeserializationContext context) throws IOException {
    if (!in.isExpectedStartArrayToken()) {
      return (double[]) context.handleUnexpectedToken(double[].class, in);
    }
    double[] values = new double[USUAL_LENGTH];
    int size = 0;
    while (in.nextToken() != JsonToken.END_ARRAY) {
      if (size == values.length) {
        values = Arrays.copyOf(values, size * 2);
      }
      values[size++] = FiniteDoubleDeserializer.read(in, context);
    }
    return Arrays.copyOf(values, size);
  }
}
