package io.rowcall.core.record;

import io.rowcall.boot.request.CallKind;
import io.rowcall.boot.request.SqlStatement;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Table of the templates of all outgoing calls, by kind and text. Bounded; calls beyond the bound
 * are {@link SqlStatement#OTHER_CALL}, and counted. Any thread.
 *
 * <p>A template has what the application's code chooses, and nothing that varies with its data: of
 * a URL the host and the words of its path; of a command its name and collection.
 */
final class CallTable {
  private static final int MAX_LENGTH = 300;

  private final ConcurrentHashMap<String, SqlStatement> known =
      new ConcurrentHashMap<String, SqlStatement>();

  /** Ordinals, which calls and statements share. */
  private final AtomicInteger ordinals;

  private final AtomicLong overflowed = new AtomicLong();

  CallTable(AtomicInteger ordinals) {
    this.ordinals = ordinals;
  }

  /** The template of a call; see {@link io.rowcall.boot.request.Engine#call}. */
  SqlStatement of(CallKind kind, String command, String target) {
    String text = kind == CallKind.HTTP ? http(command, target) : command(command, target);
    String key = kind.name() + ' ' + text;
    SqlStatement existing = known.get(key);
    return existing != null ? existing : add(key, kind, text);
  }

  private synchronized SqlStatement add(String key, CallKind kind, String text) {
    SqlStatement existing = known.get(key);
    if (existing != null) {
      return existing;
    }
    if (known.size() >= Limits.CALLS) {
      overflowed.incrementAndGet();
      return SqlStatement.OTHER_CALL;
    }
    SqlStatement added = SqlStatement.call(ordinals.getAndIncrement(), id(key), text, kind);
    known.put(key, added);
    return added;
  }

  private static String command(String command, String target) {
    return cut(target.isEmpty() ? command : command + ' ' + target);
  }

  private static String http(String method, String location) {
    int slash = location.indexOf('/');
    String path = slash < 0 ? "" : location.substring(slash + 1);
    return cut(
        (method.isEmpty() ? "" : method + ' ')
            + host(slash < 0 ? location : location.substring(0, slash))
            + EndpointNames.fold(path));
  }

  /** The host in lower case: an address is {@code {ip}}, and a label that is an id {@code {id}}. */
  static String host(String host) {
    if (host.startsWith("[") || isAddress(host)) {
      return "{ip}";
    }
    StringBuilder folded = new StringBuilder(host.length());
    for (String label : host.split("\\.", -1)) {
      String word = RouteWords.keep(label);
      folded
          .append(folded.length() == 0 ? "" : ".")
          .append(word == null ? "{id}" : asciiLowerCase(word));
    }
    return folded.toString();
  }

  private static boolean isAddress(String host) {
    boolean digits = false;
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      if (c >= '0' && c <= '9') {
        digits = true;
      } else if (c != '.') {
        return false;
      }
    }
    return digits;
  }

  private static String asciiLowerCase(String text) {
    StringBuilder lower = new StringBuilder(text);
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        lower.setCharAt(i, (char) (c | 0x20));
      }
    }
    return lower.toString();
  }

  private static String cut(String text) {
    return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH);
  }

  /** FNV-1a over the kind and the text, so that runs can be compared. */
  private static long id(String key) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < key.length(); i++) {
      hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }

  /** Number of calls beyond the bound. One that is made twice may count twice. */
  long overflowed() {
    return overflowed.get();
  }
}
