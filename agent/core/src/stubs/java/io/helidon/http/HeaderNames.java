package io.helidon.http;

public final class HeaderNames {
  public static native HeaderName create(String name);
}
