package io.rowcall.core.live;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides who may read the live server. Immutable, thread-safe.
 *
 * <p>A page of another site must not read it through the browser of somebody who can: its requests
 * carry its {@code Origin}, and after DNS rebinding its {@code Host}. So a host is this machine's
 * configured name, {@code localhost}, or an address, which no name server can rebind.
 */
final class LiveAccess {
  private static final String BEARER = "Bearer ";
  private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-fA-F:.]{2,45}]");
  private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");

  private final String configuredHost;
  private final String token;

  /**
   * @param token that requests must carry; empty for none
   */
  LiveAccess(String configuredHost, String token) {
    this.configuredHost = configuredHost.toLowerCase(Locale.ROOT);
    this.token = token;
  }

  /**
   * Whether a request may be from a page of another site.
   *
   * @param host the header, null if absent
   * @param origin the header, null if absent
   */
  boolean isForeign(@Nullable String host, @Nullable String origin) {
    if (host == null || !isKnown(PORT.matcher(host).replaceFirst(""))) {
      return true;
    }
    return origin != null && !origin.equals("http://" + host) && !origin.equals("https://" + host);
  }

  private boolean isKnown(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.equals("localhost")
        || lower.equals(configuredHost)
        || IPV4.matcher(lower).matches()
        || IPV6.matcher(lower).matches();
  }

  /**
   * Whether a request carries the token, or needs none.
   *
   * @param authorization the header, null if absent
   * @param query of the URL, null if absent
   */
  boolean isAuthorized(@Nullable String authorization, @Nullable String query) {
    if (token.isEmpty()) {
      return true;
    }
    if (authorization != null && authorization.startsWith(BEARER)) {
      return isToken(authorization.substring(BEARER.length()));
    }
    if (query != null) {
      for (String parameter : query.split("&", -1)) {
        if (parameter.startsWith("token=")) {
          return isToken(parameter.substring("token=".length()));
        }
      }
    }
    return false;
  }

  /** Takes the same time for any wrong token of the same length. */
  private boolean isToken(String found) {
    return MessageDigest.isEqual(
        token.getBytes(StandardCharsets.UTF_8), found.getBytes(StandardCharsets.UTF_8));
  }
}
