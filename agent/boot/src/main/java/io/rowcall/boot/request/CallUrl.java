package io.rowcall.boot.request;

/**
 * Positions in the URL of an outgoing call, absolute or without a host. Parsed in place, because a
 * call must not cost an object.
 */
public final class CallUrl {
  private CallUrl() {}

  /** Where the authority of an absolute URL starts; 0 without one. */
  private static int authority(String url) {
    int colon = url.indexOf(':');
    boolean absolute =
        colon > 0 && url.startsWith("//", colon + 1) && url.lastIndexOf('/', colon) < 0;
    return absolute ? colon + 3 : 0;
  }

  /** Where the host starts; equal to {@link #hostEnd} without one. */
  public static int hostStart(String url) {
    int authority = authority(url);
    int at = authority == 0 ? -1 : url.lastIndexOf('@', pathStart(url) - 1);
    return at < authority ? authority : at + 1;
  }

  /** The end of the host, without its port. */
  public static int hostEnd(String url) {
    int start = hostStart(url);
    return start == 0 ? 0 : nameEnd(url, start, pathStart(url));
  }

  /** The end of a host name within a text that may go on with a port. */
  public static int nameEnd(String text, int start, int end) {
    int from = start < end && text.charAt(start) == '[' ? text.indexOf(']', start) : start;
    int port = text.indexOf(':', Math.max(from, start));
    return port < 0 || port > end ? end : port;
  }

  /** Where the path starts. */
  public static int pathStart(String url) {
    int i = authority(url);
    if (i == 0) {
      return 0;
    }
    while (i < url.length() && !isPathStart(url.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isPathStart(char c) {
    return c == '/' || c == '?' || c == '#';
  }

  /** The end of the path, before any query. */
  public static int pathEnd(String url) {
    int i = pathStart(url);
    while (i < url.length() && url.charAt(i) != '?' && url.charAt(i) != '#') {
      i++;
    }
    return i;
  }
}
