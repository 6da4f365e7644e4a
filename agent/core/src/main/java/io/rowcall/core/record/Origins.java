package io.rowcall.core.record;

import io.rowcall.core.library.Libraries;
import io.rowcall.core.setup.Origin;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Origins of the executions that belong to no request, from the stacks whose call sites are
 * captured anyway: a few per statement. Any thread.
 */
final class Origins {
  private static final int MAX_ORIGINS = 16;

  private final CallSites callSites;
  private final Libraries libraries;

  /** By method, in the order of their first appearance. Guarded by itself. */
  private final Map<String, Origin> known = new LinkedHashMap<String, Origin>();

  Origins(CallSites callSites, Libraries libraries) {
    this.callSites = callSites;
    this.libraries = libraries;
  }

  /** Adds the origin of the calling thread's stack, which is given innermost frame first. */
  void add(StackTraceElement[] stack) {
    int outermost = stack.length - 1;
    while (outermost >= 0 && isSkipped(stack[outermost].getClassName())) {
      outermost--;
    }
    if (outermost < 0) {
      return;
    }
    String type = stack[outermost].getClassName();
    String method = type + "." + stack[outermost].getMethodName();
    synchronized (known) {
      if (known.containsKey(method) || known.size() >= MAX_ORIGINS) {
        return;
      }
    }
    Origin origin = new Origin(kindOf(type), method, candidate(stack, outermost));
    synchronized (known) {
      known.put(method, origin);
    }
  }

  private Origin.Kind kindOf(String type) {
    if (libraries.isServer(type)) {
      return Origin.Kind.KNOWN_SERVER;
    }
    return callSites.isOwn(type) ? Origin.Kind.APPLICATION : Origin.Kind.LIBRARY;
  }

  /**
   * The application's outermost method that a setting can name. The outermost of a thread of its
   * own is its loop, so the next one is taken.
   */
  private @Nullable String candidate(StackTraceElement[] stack, int outermost) {
    String root = stack[outermost].getClassName();
    String library = callSites.isOwn(root) ? null : ApplicationCode.packageOf(root);
    for (int i = outermost - 1; i >= 0; i--) {
      String type = stack[i].getClassName();
      String method = stack[i].getMethodName();
      if (callSites.isApplication(type)
          && !ApplicationCode.packageOf(type).equals(library)
          && !method.startsWith("<")
          && !method.startsWith("lambda$")) {
        return type + "#" + method;
      }
    }
    return null;
  }

  private static boolean isSkipped(String className) {
    return Libraries.isPlatform(className) || Libraries.isGenerated(className);
  }

  /** The origin that explains most: a server before threads of the application's own. */
  @Nullable Origin mostTelling() {
    Origin telling = null;
    synchronized (known) {
      for (Origin origin : known.values()) {
        if (telling == null || origin.kind.compareTo(telling.kind) > 0) {
          telling = origin;
        }
      }
    }
    return telling;
  }
}
