package io.helidon.http;

public class Status {
  public native int code();
}
