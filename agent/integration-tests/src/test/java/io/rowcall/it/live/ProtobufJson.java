package io.rowcall.it.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.HexFormat;

/**
 * Reads OTLP's JSON into the messages of the protocol, by their descriptors: rejects fields that
 * they do not have. Ids are hexadecimal, unlike in protobuf's own JSON.
 */
final class ProtobufJson {
  private ProtobufJson() {}

  static void merge(JsonNode json, Message.Builder message) {
    for (var entry : json.properties()) {
      FieldDescriptor field =
          message.getDescriptorForType().getFields().stream()
              .filter(known -> known.getJsonName().equals(entry.getKey()))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException("unknown: " + entry.getKey()));
      if (field.isRepeated()) {
        entry
            .getValue()
            .forEach(each -> message.addRepeatedField(field, value(each, field, message)));
      } else {
        message.setField(field, value(entry.getValue(), field, message));
      }
    }
  }

  private static Object value(JsonNode json, FieldDescriptor field, Message.Builder message) {
    switch (field.getJavaType()) {
      case MESSAGE:
        Message.Builder nested = message.newBuilderForField(field);
        merge(json, nested);
        return nested.build();
      case LONG:
        if (!json.isTextual()) {
          throw new IllegalArgumentException(field + " is no text: " + json);
        }
        return Long.parseUnsignedLong(json.textValue());
      case INT:
        return json.intValue();
      case DOUBLE:
        if (!json.isNumber()) {
          throw new IllegalArgumentException(field + " is no number: " + json);
        }
        return json.doubleValue();
      case BOOLEAN:
        return json.booleanValue();
      case ENUM:
        return field.getEnumType().findValueByNumber(json.intValue());
      case BYTE_STRING:
        return ByteString.copyFrom(HexFormat.of().parseHex(json.textValue()));
      default:
        return json.textValue();
    }
  }
}
