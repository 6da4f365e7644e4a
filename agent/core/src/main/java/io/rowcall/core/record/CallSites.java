package io.rowcall.core.record;

import io.rowcall.boot.LazyLoad;
import io.rowcall.boot.Request;
import io.rowcall.core.callsite.CallSite;
import io.rowcall.core.callsite.Orm;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes call sites from the stack of the calling thread: the frames of the application's own code,
 * where that is known, and else of what is neither the JDK's, a driver's, a pool's, a mapper's, a
 * server's nor generated. Folds recursion, and keeps four frames.
 *
 * <p>Costs some 20 to 50 µs with a deep stack, so it is asked for a few times per statement and
 * endpoint only. Any thread.
 */
final class CallSites {
  private static final int FRAMES = 4;
  private static final int MAX_REMEMBERED = 8192;
  private static final int MAX_NAMED = 8;

  /** How sure it is that a class is the application's. */
  private enum Owner {
    APPLICATION,
    UNKNOWN,
    LIBRARY
  }

  private final ApplicationCode code;
  private final String[] application;
  private final String[] libraries;
  private final Map<String, Owner> owners = new ConcurrentHashMap<String, Owner>();
  private int changesSeen;

  /** Packages on stacks without a line of the application. Guarded by itself. */
  private final Set<String> passedBy = new TreeSet<String>();

  CallSites(String libraries) {
    this(new ApplicationCode(""), "", libraries);
  }

  /**
   * @param application package prefixes that are the application's, apart by colons, or empty
   * @param libraries package prefixes that are not
   */
  CallSites(ApplicationCode code, String application, String libraries) {
    this.code = code;
    this.application = prefixes(application);
    this.libraries = prefixes(libraries);
  }

  private static String[] prefixes(String setting) {
    return setting.isEmpty() ? new String[0] : setting.split(":", -1);
  }

  /** The call site of what the calling thread has just executed, or null when there is none. */
  @Nullable CallSite take(Class<?> jdbcClass) {
    return of(new Throwable().getStackTrace(), jdbcClass, LazyLoad.property());
  }

  @Nullable CallSite of(StackTraceElement[] stack, Class<?> jdbcClass) {
    return of(stack, jdbcClass, null);
  }

  /**
   * @param property what a mapper is loading because it was touched, {@code com.acme.Owner.pets}
   */
  @Nullable CallSite of(StackTraceElement[] stack, Class<?> jdbcClass, @Nullable String property) {
    Frames own = new Frames();
    Frames unknown = new Frames();
    Orm mapper = null;
    boolean lazy = property != null;
    for (int i = 0; i < stack.length && own.count < FRAMES; i++) {
      String name = stack[i].getClassName();
      if (own.count == 0 && unknown.count == 0) {
        if (mapper == null) {
          mapper = Orm.of(name);
        }
        // What a query fetches eagerly passes through the same classes, called by the query.
        lazy = property != null || Orm.isLazyLoading(name) || (lazy && Orm.of(name) == null);
      }
      Owner owner = owner(name);
      if (owner == Owner.LIBRARY
          || (unknown.count + own.count == 0 && isOf(jdbcClass, name))
          || "<generated>".equals(stack[i].getFileName())
          || isHandler(stack, i)
          || passesOn(stack, i)) {
        continue;
      }
      unknown.add(stack[i]);
      // What nobody wrote has no source, unless nothing of the application was compiled with it.
      if (owner == Owner.APPLICATION && stack[i].getFileName() != null) {
        own.add(stack[i]);
      }
    }
    Frames kept = own.count > 0 ? own : unknown;
    if (kept.count == 0) {
      passedBy(stack);
      return lazy ? new CallSite(new StackTraceElement[0], mapper, true, simple(property)) : null;
    }
    return new CallSite(kept.all(), mapper, lazy, simple(property));
  }

  /** {@code Owner.pets} of {@code com.acme.Owner.pets}: from the class's name on. */
  private static @Nullable String simple(@Nullable String property) {
    int from = 0;
    while (property != null && from < property.length()) {
      if (Character.isUpperCase(property.charAt(from))) {
        return property.substring(from);
      }
      int dot = property.indexOf('.', from);
      from = dot < 0 ? property.length() : dot + 1;
    }
    return property;
  }

  /** Whether a frame of this class is the application's own. */
  boolean isApplication(String className) {
    return owner(className) != Owner.LIBRARY;
  }

  private Owner owner(String name) {
    int changes = code.changes();
    if (changes != changesSeen || owners.size() >= MAX_REMEMBERED) {
      owners.clear();
      changesSeen = changes;
    }
    Owner known = owners.get(name);
    if (known == null) {
      known = ownerOf(name);
      owners.put(name, known);
    }
    return known;
  }

  private Owner ownerOf(String name) {
    if (Libraries.isGenerated(name) || Libraries.isNever(name)) {
      return Owner.LIBRARY;
    }
    int configured = longest(name, application);
    int taken = longest(name, libraries);
    if (configured > 0 || taken > 0) {
      return configured >= taken ? Owner.APPLICATION : Owner.LIBRARY;
    }
    if (code.has(name)) {
      return Owner.APPLICATION;
    }
    if (Libraries.isKnown(name)) {
      return Owner.LIBRARY;
    }
    return code.isNamedLike(name) ? Owner.APPLICATION : Owner.UNKNOWN;
  }

  private static int longest(String name, String[] prefixes) {
    int longest = 0;
    for (String prefix : prefixes) {
      if (prefix.length() > longest && name.startsWith(prefix)) {
        longest = prefix.length();
      }
    }
    return longest;
  }

  /** The handler behind a {@code java.lang.reflect.Proxy}: it asks for another. */
  private static boolean isHandler(StackTraceElement[] stack, int i) {
    String method = stack[i].getMethodName();
    return (method.equals("invoke") || method.startsWith("lambda$"))
        && i + 1 < stack.length
        && stack[i + 1].getClassName().contains("$Proxy");
  }

  /** A filter or an interceptor that lets the call pass: what comes after asks, not it. */
  private static boolean passesOn(StackTraceElement[] stack, int i) {
    if (i == 0) {
      return false;
    }
    String called = stack[i - 1].getMethodName();
    return called.equals("doFilter") || called.equals("proceed");
  }

  private static boolean isOf(Class<?> jdbcClass, String name) {
    for (Class<?> type = jdbcClass; type != null; type = type.getSuperclass()) {
      if (type.getName().equals(name)) {
        return true;
      }
    }
    return false;
  }

  // ---- What a request shows together ----

  /**
   * Puts what a view has loaded in the method that fetched the object: the latest one before, in
   * the same request. What nothing is known of becomes no call site.
   */
  static void completeViews(Request request) {
    for (int i = 0; i < request.callSites(); i++) {
      CallSite site = (CallSite) request.callSite(i);
      if (site != null && site.isOutside()) {
        CallSite earlier = earlier(request, request.callSiteRow(i));
        request.replaceCallSite(i, earlier == null ? null : site.in(earlier));
      }
    }
  }

  private static @Nullable CallSite earlier(Request request, int row) {
    CallSite latest = null;
    int latestRow = -1;
    for (int i = 0; i < request.callSites(); i++) {
      CallSite site = (CallSite) request.callSite(i);
      int of = request.callSiteRow(i);
      if (site != null && !site.isOutside() && !site.isInView() && of < row && of > latestRow) {
        latest = site;
        latestRow = of;
      }
    }
    return latest;
  }

  // ---- Why there is no line ----

  private void passedBy(StackTraceElement[] stack) {
    synchronized (passedBy) {
      for (int i = 0; i < stack.length && passedBy.size() < MAX_NAMED; i++) {
        String name = stack[i].getClassName();
        if (!Libraries.isNever(name) && !Libraries.isGenerated(name)) {
          passedBy.add(ApplicationCode.rootOf(ApplicationCode.packageOf(name)));
        }
      }
    }
  }

  /** Packages on the stacks that had no line of the application; empty when every stack had one. */
  String passedBy() {
    synchronized (passedBy) {
      return String.join(", ", passedBy);
    }
  }

  /** Up to {@value CallSites#FRAMES} frames, recursion folded. */
  private static final class Frames {
    private final StackTraceElement[] kept = new StackTraceElement[FRAMES];
    private int count;

    void add(StackTraceElement frame) {
      if (count < FRAMES && (count == 0 || !isSameMethod(kept[count - 1], frame))) {
        kept[count++] = frame;
      }
    }

    StackTraceElement[] all() {
      return Arrays.copyOf(kept, count);
    }

    private static boolean isSameMethod(StackTraceElement a, StackTraceElement b) {
      return a.getClassName().equals(b.getClassName())
          && a.getMethodName().equals(b.getMethodName());
    }
  }
}
