package io.rowcall.core.record;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Reads the status of responses of {@code java.net.http}, which Java 8 does not have. */
final class HttpStatus {
  private static final String IMPLEMENTATION = "jdk.internal.net.http.";

  private static final @Nullable Method STATUS_CODE = statusCode();

  private HttpStatus() {}

  private static @Nullable Method statusCode() {
    try {
      return Class.forName("java.net.http.HttpResponse").getMethod("statusCode");
    } catch (ReflectiveOperationException absent) {
      return null;
    }
  }

  /** The status of a response; 0 for any other object. */
  static int of(Object response) {
    if (STATUS_CODE == null || !response.getClass().getName().startsWith(IMPLEMENTATION)) {
      return 0;
    }
    try {
      return (Integer) STATUS_CODE.invoke(response);
    } catch (ReflectiveOperationException unreadable) {
      return 0;
    }
  }
}
