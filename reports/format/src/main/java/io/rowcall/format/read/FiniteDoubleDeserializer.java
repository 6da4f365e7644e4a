package io.rowcall.format.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;

/**
 * Deserializes a finite {@code double}. Jackson also accepts {@code "NaN"} and {@code 1e999}, which
 * would defeat any comparison with a limit.
 */
final class FiniteDoubleDeserializer extends StdDeserializer<Double> {
  private static final long serialVersionUID = 1;

  FiniteDoubleDeserializer() {
    super(double.class);
  }

  @Override
  public Double deserialize(JsonParser in, DeserializationContext context) throws IOException {
    return read(in, context);
  }

  static double read(JsonParser in, DeserializationContext context) throws IOException {
    JsonToken token = in.currentToken();
    if (token == null || !token.isNumeric()) {
      throw context.wrongTokenException(
          in, double.class, JsonToken.VALUE_NUMBER_FLOAT, "expected a number");
    }
    double value = in.getDoubleValue();
    if (Double.isInfinite(value)) {
      throw context.weirdNumberException(value, double.class, "expected a finite number");
    }
    return value;
  }
}
