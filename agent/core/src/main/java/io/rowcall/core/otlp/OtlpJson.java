package io.rowcall.core.otlp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * A request of OTLP/HTTP in its JSON encoding: names in camel case, 64-bit integers and times as
 * strings, ids in hexadecimal. The generated classes of the protocol would be a third of the jar.
 */
final class OtlpJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(16 * 1024);
  final JsonGenerator json;

  private OtlpJson() throws IOException {
    json = FACTORY.createGenerator(bytes);
  }

  /**
   * Begins a request with one resource and one scope.
   *
   * @param signal {@code Metrics} or {@code Spans}
   */
  static OtlpJson begin(String signal, Resource resource) throws IOException {
    OtlpJson request = new OtlpJson();
    JsonGenerator json = request.json;
    json.writeStartObject();
    json.writeArrayFieldStart("resource" + signal);
    json.writeStartObject();
    json.writeObjectFieldStart("resource");
    json.writeArrayFieldStart("attributes");
    request.attribute("service.name", resource.service);
    request.attribute("service.instance.id", resource.instance);
    json.writeEndArray();
    json.writeEndObject();
    json.writeArrayFieldStart("scope" + signal);
    json.writeStartObject();
    json.writeObjectFieldStart("scope");
    json.writeStringField("name", "io.rowcall");
    json.writeStringField("version", resource.version);
    json.writeEndObject();
    json.writeArrayFieldStart(signal.equals("Metrics") ? "metrics" : "spans");
    return request;
  }

  byte[] end() throws IOException {
    json.writeEndArray(); // Metrics or spans.
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.close();
    return bytes.toByteArray();
  }

  void integer(String name, long value) throws IOException {
    json.writeStringField(name, Long.toString(value));
  }

  void millis(String name, long epochMillis) throws IOException {
    integer(name, epochMillis * 1_000_000);
  }

  void attribute(String key, String value) throws IOException {
    json.writeStartObject();
    json.writeStringField("key", key);
    json.writeObjectFieldStart("value");
    json.writeStringField("stringValue", value);
    json.writeEndObject();
    json.writeEndObject();
  }

  void attribute(String key, long value) throws IOException {
    json.writeStartObject();
    json.writeStringField("key", key);
    json.writeObjectFieldStart("value");
    integer("intValue", value);
    json.writeEndObject();
    json.writeEndObject();
  }

  /** Identity of the sender. */
  static final class Resource {
    final String service;
    final String instance;
    final String version;

    Resource(String service, String instance, String version) {
      this.service = service;
      this.instance = instance;
      this.version = version;
    }
  }
}
