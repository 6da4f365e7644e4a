package io.rowcall.core.record;

import io.rowcall.boot.request.Request;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The endpoint of a request: its method and its route template, or its path when no framework has
 * told a template, with {@code {id}} for what a client has put there.
 */
final class EndpointNames {
  private static final int MAX_REMEMBERED = 4096;
  private static final int MAX_LENGTH = 300;

  /** Of HTTP and WebDAV, and of the tests whose figures somebody waits for. */
  private static final Set<String> METHODS =
      new HashSet<String>(
          Arrays.asList(
              ("GET HEAD POST PUT DELETE OPTIONS PATCH TRACE CONNECT QUERY PROPFIND PROPPATCH MKCOL"
                      + " COPY MOVE LOCK UNLOCK REPORT SEARCH TEST")
                  .split(" ")));

  /** Names by template and by path, for each method. */
  private final Map<String, Map<String, String>> ofTemplates =
      new HashMap<String, Map<String, String>>();

  private final Map<String, Map<String, String>> ofPaths =
      new HashMap<String, Map<String, String>>();

  private int remembered;

  String of(Request request) {
    String path = request.route != null ? request.route : request.path;
    String method = method(request.method);
    Map<String, String> byPath = byPath(request.route != null ? ofTemplates : ofPaths, method);
    String name = byPath.get(path == null ? "" : path);
    if (name == null) {
      name = method + " " + (request.route != null ? cut(request.route) : fold(path));
      if (path == null || path.length() <= MAX_LENGTH) {
        byPath.put(path == null ? "" : path, name);
        remembered++;
      }
    }
    return name;
  }

  private Map<String, String> byPath(Map<String, Map<String, String>> byMethod, String method) {
    if (remembered >= MAX_REMEMBERED) {
      ofTemplates.clear();
      ofPaths.clear();
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

  /** Replaces each segment that a client has made up, and cuts what follows a semicolon. */
  static String fold(@Nullable String path) {
    if (path == null || path.isEmpty()) {
      return "/";
    }
    StringBuilder folded = new StringBuilder(Math.min(path.length(), MAX_LENGTH) + 8);
    int from = 0;
    while (from <= path.length() && folded.length() < MAX_LENGTH) {
      int slash = path.indexOf('/', from);
      int end = slash < 0 ? path.length() : slash;
      int parameters = path.indexOf(';', from);
      String kept =
          RouteWords.kept(
              path.substring(from, parameters >= from && parameters < end ? parameters : end));
      folded.append(kept == null ? "{id}" : kept);
      if (slash < 0) {
        break;
      }
      folded.append('/');
      from = slash + 1;
    }
    return cut(folded.toString());
  }

  /** A client may send any word as its method; those of the protocol and of WebDAV are kept. */
  private static String method(@Nullable String method) {
    return method == null ? "" : METHODS.contains(method) ? method : Aggregate.OTHER;
  }
}
