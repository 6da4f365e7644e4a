package io.helidon.http;

import java.util.Optional;

public interface Headers {
  boolean contains(HeaderName name);

  Optional<String> first(HeaderName name);
}
