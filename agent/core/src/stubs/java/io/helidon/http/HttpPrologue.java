package io.helidon.http;

import io.helidon.common.uri.UriPath;

public class HttpPrologue {
  public native Method method();

  public native UriPath uriPath();
}
