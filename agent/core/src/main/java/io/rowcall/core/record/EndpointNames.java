package io.rowcall.core.record;

import io.rowcall.boot.request.Request;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names of endpoints: method and route template, or the path if there is no template, with {@code
 * {id}} in place of segments that a client chooses.
 */
final class EndpointNames {
  private static final int MAX_CACHED = 4096;
  private static final int MAX_LENGTH = 300;

  /** Methods of HTTP and WebDAV, kinds of jobs, messages and calls, and TEST of recorded tests. */
  private static final Set<String> METHODS =
      new HashSet<String>(
          Arrays.asList(
              ("GET HEAD POST PUT DELETE OPTIONS PATCH TRACE CONNECT QUERY PROPFIND PROPPATCH MKCOL"
                      + " COPY MOVE LOCK UNLOCK REPORT SEARCH GRPC TEST JOB BATCH KAFKA JMS RABBIT")
                  .split(" ")));

  /** Names by method, then by template or path. */
  private final Map<String, Map<String, String>> namesOfTemplates =
      new HashMap<String, Map<String, String>>();

  private final Map<String, Map<String, String>> namesOfPaths =
      new HashMap<String, Map<String, String>>();

  private int cached;

  /** The name of a request's endpoint, with its operation if there is one. */
  String of(Request request) {
    String name = withoutOperation(request);
    if (request.operation == null) {
      return name;
    }
    String word = RouteWords.keep(request.operation);
    return truncate(name + " " + (word == null ? "{id}" : word));
  }

  private String withoutOperation(Request request) {
    String path = request.route != null ? request.route : request.path;
    String method = method(request.method);
    Map<String, String> byPath =
        byPath(request.route != null ? namesOfTemplates : namesOfPaths, method);
    String name = byPath.get(path == null ? "" : path);
    if (name == null) {
      name = method + " " + (request.route != null ? truncate(request.route) : fold(path));
      if (path == null || path.length() <= MAX_LENGTH) {
        byPath.put(path == null ? "" : path, name);
        cached++;
      }
    }
    return name;
  }

  private Map<String, String> byPath(Map<String, Map<String, String>> byMethod, String method) {
    if (cached >= MAX_CACHED) {
      namesOfTemplates.clear();
      namesOfPaths.clear();
      cached = 0;
    }
    Map<String, String> byPath = byMethod.get(method);
    if (byPath == null) {
      byPath = new HashMap<String, String>();
      byMethod.put(method, byPath);
      cached++;
    }
    return byPath;
  }

  private static String truncate(String route) {
    return route.length() <= MAX_LENGTH ? route : route.substring(0, MAX_LENGTH);
  }

  /** Replaces the segments that a client chooses, and drops path parameters after semicolons. */
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
      String word =
          RouteWords.keep(
              path.substring(from, parameters >= from && parameters < end ? parameters : end));
      folded.append(word == null ? "{id}" : word);
      if (slash < 0) {
        break;
      }
      folded.append('/');
      from = slash + 1;
    }
    return truncate(folded.toString());
  }

  /** The method, or OTHER for an unknown one, because clients may send any word. */
  private static String method(@Nullable String method) {
    return method == null ? "" : METHODS.contains(method) ? method : Aggregate.OTHER;
  }
}
