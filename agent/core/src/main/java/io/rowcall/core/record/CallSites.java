package io.rowcall.core.record;

import io.rowcall.boot.LazyLoad;
import io.rowcall.boot.context.ThreadState;
import io.rowcall.boot.request.Request;
import io.rowcall.core.callsite.CallSite;
import io.rowcall.core.callsite.Orm;
import io.rowcall.core.library.Libraries;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Captures call sites from the stack of the calling thread: the frames of the application's own
 * code where it is known, and otherwise all frames except those of the JDK, of known libraries and
 * of generated classes. Folds recursion, and keeps four frames.
 *
 * <p>Costs some 20 to 50 µs with a deep stack, so it is called a few times per statement and
 * endpoint only. Any thread.
 */
final class CallSites {
  private static final int FRAMES = 4;
  private static final int MAX_OWNERS = 8192;
  private static final int MAX_PACKAGES = 8;

  /** The owner of a class, as far as it is known. */
  private enum Owner {
    APPLICATION,
    UNKNOWN,
    LIBRARY
  }

  private final Libraries libraries;
  private final ApplicationCode code;
  private final String[] applicationPackages;
  private final String[] libraryPackages;
  private final Map<String, Owner> owners = new ConcurrentHashMap<String, Owner>();
  private final Origins origins;
  private int changesSeen;

  /** Packages on stacks without a line of the application. Guarded by itself. */
  private final Set<String> skippedPackages = new TreeSet<String>();

  CallSites(Libraries libraries) {
    this(libraries, new ApplicationCode(libraries, ""), "", "");
  }

  /**
   * @param applicationPackages prefixes that are the application's, separated by colons; or empty
   * @param libraryPackages prefixes that are not, likewise
   */
  CallSites(
      Libraries libraries,
      ApplicationCode code,
      String applicationPackages,
      String libraryPackages) {
    this.libraries = libraries;
    this.origins = new Origins(this, libraries);
    this.code = code;
    this.applicationPackages = prefixes(applicationPackages);
    this.libraryPackages = prefixes(libraryPackages);
  }

  private static String[] prefixes(String setting) {
    return setting.isEmpty() ? new String[0] : setting.split(":", -1);
  }

  /** The call site of the execution on the calling thread; null when there is none. */
  @Nullable CallSite capture(Class<?> jdbcClass) {
    StackTraceElement[] stack = new Throwable().getStackTrace();
    Request request = ThreadState.current().request;
    if (request == null || request.isUnattributed()) {
      origins.add(stack);
    }
    return of(stack, jdbcClass, LazyLoad.property());
  }

  /** Origins of executions outside of requests. */
  Origins origins() {
    return origins;
  }

  @Nullable CallSite of(StackTraceElement[] stack, Class<?> jdbcClass) {
    return of(stack, jdbcClass, null);
  }

  /**
   * @param property that an ORM loads because it was accessed, such as {@code com.acme.Owner.pets}
   */
  @Nullable CallSite of(StackTraceElement[] stack, Class<?> jdbcClass, @Nullable String property) {
    Frames own = new Frames();
    Frames unknown = new Frames();
    Orm orm = null;
    boolean lazy = property != null;
    for (int i = 0; i < stack.length && own.count < FRAMES; i++) {
      String name = stack[i].getClassName();
      if (own.count == 0 && unknown.count == 0) {
        Orm ormOfFrame = libraries.orm(name);
        if (orm == null) {
          orm = ormOfFrame;
        }
        // An eager fetch passes through the same classes, called by the query.
        lazy = property != null || libraries.isLazyLoading(name) || (lazy && ormOfFrame == null);
      }
      Owner owner = owner(name);
      if (owner == Owner.LIBRARY
          || (unknown.count + own.count == 0 && isClassOf(jdbcClass, name))
          || "<generated>".equals(stack[i].getFileName())
          || isProxyHandler(stack, i)
          || isInterceptor(stack, i)) {
        continue;
      }
      unknown.add(stack[i]);
      // Generated code has no source file.
      if (owner == Owner.APPLICATION && stack[i].getFileName() != null) {
        own.add(stack[i]);
      }
    }
    Frames kept = own.count > 0 ? own : unknown;
    if (kept.count == 0) {
      addSkippedPackages(stack);
      return lazy ? new CallSite(new StackTraceElement[0], orm, true, simple(property)) : null;
    }
    return new CallSite(kept.all(), orm, lazy, simple(property));
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

  /** Whether a class is known to be the application's own. */
  boolean isOwn(String className) {
    return owner(className) == Owner.APPLICATION;
  }

  /** Whether a frame of this class is the application's own. */
  boolean isApplication(String className) {
    return owner(className) != Owner.LIBRARY;
  }

  private Owner owner(String name) {
    int changes = code.changes();
    if (changes != changesSeen || owners.size() >= MAX_OWNERS) {
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
    if (Libraries.isGenerated(name) || Libraries.isPlatform(name)) {
      return Owner.LIBRARY;
    }
    int application = longest(name, applicationPackages);
    int library = longest(name, libraryPackages);
    if (application > 0 || library > 0) {
      return application >= library ? Owner.APPLICATION : Owner.LIBRARY;
    }
    if (code.contains(name)) {
      return Owner.APPLICATION;
    }
    if (libraries.isLibrary(name)) {
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

  /** The handler of a {@code java.lang.reflect.Proxy}: it calls for the proxy's caller. */
  private static boolean isProxyHandler(StackTraceElement[] stack, int i) {
    String method = stack[i].getMethodName();
    return (method.equals("invoke") || method.startsWith("lambda$"))
        && i + 1 < stack.length
        && stack[i + 1].getClassName().contains("$Proxy");
  }

  /** A filter or an interceptor that only passes the call on. */
  private static boolean isInterceptor(StackTraceElement[] stack, int i) {
    if (i == 0) {
      return false;
    }
    String called = stack[i - 1].getMethodName();
    return called.equals("doFilter") || called.equals("proceed");
  }

  private static boolean isClassOf(Class<?> jdbcClass, String name) {
    for (Class<?> type = jdbcClass; type != null; type = type.getSuperclass()) {
      if (type.getName().equals(name)) {
        return true;
      }
    }
    return false;
  }

  // ---- Views ----

  /**
   * Completes the call sites of a view that loads lazily with the method that fetched the object:
   * the latest one before, in the same request. Without one, the call site is dropped.
   */
  static void completeViews(Request request) {
    for (int i = 0; i < request.callSites.size(); i++) {
      CallSite site = (CallSite) request.callSites.site(i);
      if (site != null && site.isOutside()) {
        CallSite earlier = earlier(request, request.callSites.row(i));
        request.callSites.replace(i, earlier == null ? null : site.in(earlier));
      }
    }
  }

  private static @Nullable CallSite earlier(Request request, int row) {
    CallSite latest = null;
    int latestRow = -1;
    for (int i = 0; i < request.callSites.size(); i++) {
      CallSite site = (CallSite) request.callSites.site(i);
      int siteRow = request.callSites.row(i);
      boolean isBefore = siteRow < row && siteRow > latestRow;
      if (site != null && !site.isOutside() && !site.isInView() && isBefore) {
        latest = site;
        latestRow = siteRow;
      }
    }
    return latest;
  }

  // ---- Stacks without a line of the application ----

  private void addSkippedPackages(StackTraceElement[] stack) {
    synchronized (skippedPackages) {
      for (int i = 0; i < stack.length && skippedPackages.size() < MAX_PACKAGES; i++) {
        String name = stack[i].getClassName();
        if (!Libraries.isPlatform(name) && !Libraries.isGenerated(name)) {
          skippedPackages.add(ApplicationCode.rootOf(ApplicationCode.packageOf(name)));
        }
      }
    }
  }

  /** Packages on the stacks that had no line of the application; empty when every stack had one. */
  String skippedPackages() {
    synchronized (skippedPackages) {
      return String.join(", ", skippedPackages);
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
