package io.rowcall.boot.request;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Cache of call templates by what a client calls: bounded, lock-free, in front of the engine. A hit
 * allocates nothing. URLs are looked up by a hash in which all segments that look like ids are
 * equal; neither a URL nor a key is kept.
 *
 * <p>Any thread. A lost race costs one more look-up of the engine's table.
 */
public final class CallCache {
  private static final int CAPACITY = 2048;
  private static final int PROBES = 8;

  private static final AtomicReferenceArray<@Nullable Entry> ENTRIES =
      new AtomicReferenceArray<@Nullable Entry>(CAPACITY);

  private CallCache() {}

  /**
   * The template of an HTTP call.
   *
   * @param host host and port of a URL that has none itself
   */
  public static SqlStatement http(@Nullable String method, @Nullable String host, String url) {
    String verb = method == null ? "" : method;
    long key = urlKey(verb, host, url);
    Entry known = find(key, "", "");
    if (known != null) {
      return known.statement;
    }
    Engine engine = Engine.current();
    if (engine == null) {
      return SqlStatement.OTHER_CALL;
    }
    int hostStart = CallUrl.hostStart(url);
    int hostEnd = CallUrl.hostEnd(url);
    String name =
        hostStart < hostEnd
            ? url.substring(hostStart, hostEnd)
            : host == null ? "" : host.substring(0, CallUrl.nameEnd(host, 0, host.length()));
    String path = url.substring(CallUrl.pathStart(url), CallUrl.pathEnd(url));
    return put(key, "", "", engine.call(CallKind.HTTP, verb, name + '/' + path));
  }

  /**
   * The template of a command.
   *
   * @param target what it applies to, such as a collection; empty for none
   */
  public static SqlStatement command(CallKind kind, String command, String target) {
    long key =
        ((command.hashCode() * 31L + kind.label.hashCode()) << 32 ^ target.hashCode())
            * CallSiteDemands.ID;
    key ^= key >>> 32;
    Entry known = find(key, command, target);
    if (known != null) {
      return known.statement;
    }
    Engine engine = Engine.current();
    return engine == null
        ? SqlStatement.OTHER_CALL
        : put(key, command, target, engine.call(kind, command, target));
  }

  /** Hash of a URL's path and query, which stands for the values that a call is made with. */
  public static long hash(String url) {
    long hash = 0xcbf29ce484222325L;
    for (int i = CallUrl.pathStart(url); i < url.length(); i++) {
      hash = (hash ^ url.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }

  private static long urlKey(String method, @Nullable String host, String url) {
    int hostStart = CallUrl.hostStart(url);
    int hostEnd = CallUrl.hostEnd(url);
    long key = method.hashCode();
    if (hostStart < hostEnd) {
      key = add(key, url, hostStart, hostEnd);
    } else if (host != null) {
      key = add(key, host, 0, CallUrl.nameEnd(host, 0, host.length()));
    }
    int from = CallUrl.pathStart(url);
    int end = CallUrl.pathEnd(url);
    for (int i = from; i < end; i++) {
      if (url.charAt(i) == '/') {
        key = (key ^ CallSiteDemands.segment(url, from, i)) * CallSiteDemands.ID;
        from = i + 1;
      }
    }
    key = (key ^ CallSiteDemands.segment(url, from, end)) * CallSiteDemands.ID;
    return key ^ (key >>> 29);
  }

  private static long add(long key, String text, int from, int to) {
    long hash = 0;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + text.charAt(i);
    }
    return (key ^ hash) * CallSiteDemands.ID;
  }

  private static @Nullable Entry find(long key, String command, String target) {
    for (int i = 0; i < PROBES; i++) {
      Entry known = ENTRIES.get(slot(key, i));
      if (known == null) {
        return null;
      }
      if (known.key == key && known.command.equals(command) && known.target.equals(target)) {
        return known;
      }
    }
    return null;
  }

  private static SqlStatement put(long key, String command, String target, SqlStatement statement) {
    int free = slot(key, 0);
    for (int i = 0; i < PROBES; i++) {
      if (ENTRIES.get(slot(key, i)) == null) {
        free = slot(key, i);
        break;
      }
    }
    if (statement != SqlStatement.OTHER_CALL) {
      ENTRIES.set(free, new Entry(key, command, target, statement));
    }
    return statement;
  }

  private static int slot(long key, int probe) {
    return ((int) (key ^ (key >>> 32)) + probe) & (CAPACITY - 1);
  }

  /** Clears the cache. For tests, which start one engine after another. */
  static void clear() {
    for (int i = 0; i < CAPACITY; i++) {
      ENTRIES.set(i, null);
    }
  }

  private static final class Entry {
    final long key;
    final String command;
    final String target;
    final SqlStatement statement;

    Entry(long key, String command, String target, SqlStatement statement) {
      this.key = key;
      this.command = command;
      this.target = target;
      this.statement = statement;
    }
  }
}
