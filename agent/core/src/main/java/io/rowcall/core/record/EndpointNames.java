package io.rowcall.core.record;

import io.rowcall.boot.Request;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The endpoint of a request: its method and its route template, or its path with ids folded to
 * {@code {id}} when no framework has told a template.
 */
final class EndpointNames {
  private static final int MAX_REMEMBERED = 4096;
  private static final int MAX_LENGTH = 300;

  /** Names by path or template, for each method. */
  private final Map<String, Map<String, String>> byMethod =
      new HashMap<String, Map<String, String>>();

  private int remembered;

  String of(Request request) {
    String path = request.route != null ? request.route : request.path;
    Map<String, String> byPath = byPath(request.method == null ? "" : request.method);
    String name = byPath.get(path == null ? "" : path);
    if (name == null) {
      name =
          (request.method == null ? "" : request.method)
              + " "
              + (request.route != null ? cut(request.route) : fold(path));
      if (path == null || path.length() <= MAX_LENGTH) {
        byPath.put(path == null ? "" : path, name);
        remembered++;
      }
    }
    return name;
  }

  private Map<String, String> byPath(String method) {
    if (remembered >= MAX_REMEMBERED) {
      byMethod.clear();
      remembered = 0;
    }
    Map<String, String> byPath = byMethod.get(method);
    if (byPath == null) {
      byPath = new HashMap<String, String>();
      byMethod.put(method, byPath);
      remembered++;
    }
    return byPath;
  }

  private static String cut(String route) {
    return route.length() <= MAX_LENGTH ? route : route.substring(0, MAX_LENGTH);
  }

  /** Replaces each segment that is an id, and cuts what follows a semicolon. */
  static String fold(@Nullable String path) {
    if (path == null || path.isEmpty()) {
      return "/";
    }
    StringBuilder folded = new StringBuilder(path.length());
    int from = 0;
    while (from <= path.length() && folded.length() < MAX_LENGTH) {
      int slash = path.indexOf('/', from);
      int end = slash < 0 ? path.length() : slash;
      int parameters = path.indexOf(';', from);
      String segment =
          path.substring(from, parameters >= from && parameters < end ? parameters : end);
      folded.append(isId(segment) ? "{id}" : segment);
      if (slash < 0) {
        break;
      }
      folded.append('/');
      from = slash + 1;
    }
    if (folded.length() > MAX_LENGTH) {
      folded.setLength(MAX_LENGTH);
    }
    return folded.toString();
  }

  /** Numbers, UUIDs, long hexadecimals, and long tokens that mix letters and digits. */
  private static boolean isId(String segment) {
    int digits = 0;
    int hex = 0;
    int letters = 0;
    int others = 0;
    for (int i = 0; i < segment.length(); i++) {
      char c = segment.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
      } else if ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')) {
        hex++;
      } else if (Character.isLetter(c)) {
        letters++;
      } else {
        others++;
      }
    }
    int length = segment.length();
    if (digits == 0) {
      return false;
    }
    if (digits == length) {
      return true;
    }
    boolean onlyHex = letters == 0 && others == 0;
    boolean uuid = letters == 0 && others == 4 && length == 36 && segment.charAt(8) == '-';
    return uuid || (onlyHex && length >= 16) || (others == 0 && length >= 24 && hex + letters > 0);
  }
}
