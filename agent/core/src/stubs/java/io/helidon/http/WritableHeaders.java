package io.helidon.http;

public interface WritableHeaders<B extends WritableHeaders<B>> extends Headers {
  B add(HeaderName name, String... values);

  B set(HeaderName name, String... values);
}
