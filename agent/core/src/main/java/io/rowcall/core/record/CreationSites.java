package io.rowcall.core.record;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names objects after the places that create them. A place is resolved once. Bounded to {@value
 * #MAX_SITES} places and {@value #MAX_STACKS} stack traces (some 50 µs each); beyond that an object
 * has no name. Any thread.
 */
final class CreationSites {
  private static final int MAX_SITES = 320;
  private static final int MAX_STACKS = 10_000;
  private static final int FRAMES = 8;

  private final CallSites callSites;
  private volatile @Nullable NameResolver resolver;
  private int stacks;
  private final Map<List<StackTraceElement>, String> names =
      new HashMap<List<StackTraceElement>, String>();

  CreationSites(CallSites callSites) {
    this.callSites = callSites;
  }

  CallSites callSites() {
    return callSites;
  }

  void setNameResolver(NameResolver resolver) {
    this.resolver = resolver;
  }

  /** The name of an object that the calling thread is creating; empty when none is found. */
  String nameOf(Object created) {
    synchronized (this) {
      if (names.size() >= MAX_SITES || stacks++ >= MAX_STACKS) {
        return "";
      }
    }
    StackTraceElement[] stack = new Throwable().getStackTrace();
    boolean[] applicationFrames = new boolean[stack.length];
    StackTraceElement[] own = new StackTraceElement[FRAMES];
    int count = 0;
    for (int i = 0; i < stack.length && count < FRAMES; i++) {
      if (callSites.isApplication(stack[i].getClassName())) {
        applicationFrames[i] = true;
        own[count++] = stack[i];
      }
    }
    NameResolver known = resolver;
    if (count == 0 || known == null) {
      return "";
    }
    List<StackTraceElement> site = Arrays.asList(Arrays.copyOf(own, count));
    synchronized (this) {
      String name = names.get(site);
      if (name != null) {
        return name;
      }
    }
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    if (loader == null) {
      loader = created.getClass().getClassLoader();
    }
    String name = known.holder(stack, applicationFrames, loader);
    synchronized (this) {
      names.put(site, name);
    }
    return name;
  }
}
