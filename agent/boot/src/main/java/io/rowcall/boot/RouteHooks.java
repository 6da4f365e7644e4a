package io.rowcall.boot;

import io.rowcall.boot.context.ThreadState;
import io.rowcall.boot.request.Request;
import org.jspecify.annotations.Nullable;

/**
 * Hooks of web frameworks, which know the route template of the request that they dispatch. The
 * last one that is told counts: a router calls the routes of a request from the outside in.
 *
 * <p><b>Threads:</b> any that works for the request.
 */
public final class RouteHooks {
  private RouteHooks() {}

  /** Sets the route of the request that this thread works for. */
  public static void setRoute(@Nullable String template) {
    Request request = ThreadState.current().request;
    if (template == null || request == null || request.isUnattributed()) {
      return;
    }
    if (request.isBranch()) {
      request.context().setRoute(template);
    } else {
      request.route = template;
    }
  }

  /** The same for a template below a prefix, such as the mount point of a router. */
  public static void setRoute(@Nullable String prefix, String template) {
    setRoute(join(prefix == null ? "" : prefix, template));
  }

  /**
   * The same for a framework that does not know the context path of its servlet, which comes in
   * front when the servlet returns.
   */
  public static void setRouteBelowContext(@Nullable String prefix, String template) {
    setRoute(prefix, template);
    Request request = ThreadState.current().request;
    if (request != null && !request.isBranch()) {
      request.routeBelowContext = true;
    }
  }

  /**
   * The same for a framework that does not tell what its templates are below: the path of the
   * request, without as many segments at its end as the template has.
   */
  public static void setRouteAtEnd(String template) {
    Request request = ThreadState.current().request;
    Request root = request == null ? null : request.root();
    setRoute(root == null ? "" : aboveSegments(root.path, template), template);
  }

  /** Empty for a template with a regular expression, which may match any number of segments. */
  static String aboveSegments(@Nullable String path, String template) {
    if (path == null || template.indexOf(':') >= 0) {
      return "";
    }
    int end = path.endsWith("/") ? path.length() - 1 : path.length();
    for (int i = 0; i < template.length() && end > 0; i++) {
      if (template.charAt(i) != '/' && (i == 0 || template.charAt(i - 1) == '/')) {
        end = path.lastIndexOf('/', end - 1);
      }
    }
    return end <= 0 ? "" : path.substring(0, end);
  }

  /** The part of a path above another one that it ends with; empty if it does not. */
  public static String above(@Nullable String path, @Nullable String below) {
    return path != null && below != null && path.endsWith(below)
        ? path.substring(0, path.length() - below.length())
        : "";
  }

  /** Joins two parts of a path by one slash; an empty part, or a slash, adds nothing. */
  public static String join(String above, String below) {
    int from = below.startsWith("/") ? 1 : 0;
    int end = above.endsWith("/") ? above.length() - 1 : above.length();
    if (from == below.length()) {
      return end == 0 ? "/" : above.substring(0, end);
    }
    String path = above.substring(0, end) + '/' + below.substring(from);
    return path.startsWith("/") ? path : "/".concat(path);
  }

  /**
   * The same for the path of a node in a tree of selectors, some of which are no part of the URL:
   * {@code /orders/{id}/(method:GET)}.
   */
  public static void setRouteOfTree(String path) {
    StringBuilder template = new StringBuilder(path.length());
    int from = 0;
    while (from < path.length()) {
      int slash = path.indexOf('/', from);
      int end = slash < 0 ? path.length() : slash;
      if (path.charAt(from) == '(') {
        int closed = path.indexOf(')', from);
        end = closed < 0 ? path.length() : closed + 1;
      } else if (end > from) {
        template.append('/').append(path, from, end);
      }
      from = end + 1;
    }
    setRoute(template.length() == 0 ? "/" : template.toString());
  }

  /**
   * Sets the operation that the request executes, such as that of a GraphQL document. The name of
   * its endpoint has it after the route.
   */
  public static void setOperation(@Nullable String name) {
    Request request = ThreadState.current().request;
    if (name == null || request == null || request.isUnattributed()) {
      return;
    }
    if (request.isBranch()) {
      request.context().setOperation(name);
    } else {
      request.operation = name;
    }
  }
}
