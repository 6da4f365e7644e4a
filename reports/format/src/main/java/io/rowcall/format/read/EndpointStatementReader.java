package io.rowcall.format.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import io.rowcall.format.EndpointStatement;
import java.io.IOException;

/**
 * Deserializes {@link EndpointStatement} without reflection and boxing. A full report has 32,000 of
 * them, half of all its values.
 */
final class EndpointStatementReader extends StdDeserializer<EndpointStatement> {
  private static final long serialVersionUID = 1;

  EndpointStatementReader() {
    super(EndpointStatement.class);
  }

  @Override
  public EndpointStatement deserialize(JsonParser in, DeserializationContext context)
      throws IOException {
    if (!in.isExpectedStartObjectToken()) {
      return (EndpointStatement) context.handleUnexpectedToken(EndpointStatement.class, in);
    }
    EndpointStatement share = new EndpointStatement();
    for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
      in.nextToken();
      switch (name) {
        case "id":
          share.id = id(in, context);
          break;
        case "executions":
          share.executions = CountDeserializer.read(in, context);
          break;
        case "perRequestMax":
          share.perRequestMax = CountDeserializer.read(in, context);
          break;
        case "millis":
          share.millis = FiniteDoubleDeserializer.read(in, context);
          break;
        case "rows":
          share.rows = CountDeserializer.read(in, context);
          break;
        default:
          share.addUnknown(name, context.readValue(in, JsonNode.class));
      }
    }
    return share;
  }

  private static String id(JsonParser in, DeserializationContext context) throws IOException {
    if (!in.hasToken(JsonToken.VALUE_STRING)) {
      throw context.wrongTokenException(
          in, String.class, JsonToken.VALUE_STRING, "expected the id of a statement");
    }
    return in.getText();
  }
}
