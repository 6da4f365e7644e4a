package io.rowcall.core.record;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names objects after the place where they are made, each place once; at most {@value #MAX} places,
 * and {@value #MAX_LOOKS} looks at a stack (some 50 µs each), beyond which an object has no name.
 * Any thread.
 */
final class CreationSites {
  private static final int MAX = 320;
  private static final int MAX_LOOKS = 10_000;
  private static final int FRAMES = 8;

  private final CallSites callSites;
  private volatile @Nullable NameResolver namer;
  private int looks;
  private final Map<List<StackTraceElement>, String> names =
      new HashMap<List<StackTraceElement>, String>();

  CreationSites(CallSites callSites) {
    this.callSites = callSites;
  }

  CallSites callSites() {
    return callSites;
  }

  void setNameResolver(NameResolver by) {
    namer = by;
  }

  /** The name of an object that this thread is making; empty when nothing is known of it. */
  String of(Object made) {
    synchronized (this) {
      if (names.size() >= MAX || looks++ >= MAX_LOOKS) {
        return "";
      }
    }
    StackTraceElement[] stack = new Throwable().getStackTrace();
    boolean[] application = new boolean[stack.length];
    StackTraceElement[] own = new StackTraceElement[FRAMES];
    int count = 0;
    for (int i = 0; i < stack.length && count < FRAMES; i++) {
      if (callSites.isApplication(stack[i].getClassName())) {
        application[i] = true;
        own[count++] = stack[i];
      }
    }
    NameResolver by = namer;
    if (count == 0 || by == null) {
      return "";
    }
    List<StackTraceElement> key = Arrays.asList(Arrays.copyOf(own, count));
    synchronized (this) {
      String name = names.get(key);
      if (name != null) {
        return name;
      }
    }
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    if (loader == null) {
      loader = made.getClass().getClassLoader();
    }
    String name = by.holder(stack, application, loader);
    synchronized (this) {
      names.put(key, name);
    }
    return name;
  }
}
