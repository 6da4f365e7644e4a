package io.helidon.http;

public final class Method {
  public native String text();
}
