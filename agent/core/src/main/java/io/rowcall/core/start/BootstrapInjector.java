package io.rowcall.core.start;

import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.security.ProtectionDomain;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Defines the classes of the hot path in {@code java.base}, as {@code java.lang.Rowcall…}. Every
 * class loader of every container delegates {@code java.*}, and no module has to read another.
 * Unlike with an appended bootstrap path, the JVM keeps its CDS archives (figures in
 * agent/RATIONALE.md).
 *
 * <p>Opens the package {@code java.lang} to the agent's own unnamed module instance.
 */
final class BootstrapInjector {
  private static final String PACKAGE = "java/lang/";

  private final Instrumentation instrumentation;

  BootstrapInjector(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
  }

  /**
   * Defines every class named by the list among the agent's files.
   *
   * @throws Exception if the JVM denies it. Some or all classes are missing then, and nothing may
   *     be woven.
   */
  void define() throws Exception {
    Map<String, byte[]> files = new LinkedHashMap<String, byte[]>();
    for (String name : AgentFiles.lines(AgentFiles.BOOT_CLASSES)) {
      files.put("java.lang." + name, AgentFiles.read(PACKAGE + name + ".class"));
    }
    Definer definer = isJava8() ? new UnsafeDefiner() : new LookupDefiner(instrumentation);
    // A class must come after its supertypes. One that comes too early is retried later.
    Deque<Map.Entry<String, byte[]>> waiting =
        new ArrayDeque<Map.Entry<String, byte[]>>(files.entrySet());
    int retries = waiting.size() * waiting.size();
    while (!waiting.isEmpty()) {
      Map.Entry<String, byte[]> next = waiting.removeFirst();
      try {
        definer.define(next.getValue());
      } catch (NoClassDefFoundError tooEarly) {
        if (isDefined(next.getKey())) {
          continue; // Only its verification failed (-Xverify:all). The first use repeats it.
        }
        if (retries-- == 0) {
          throw tooEarly;
        }
        waiting.addLast(next);
      }
    }
  }

  private static boolean isDefined(String name) {
    try {
      Class.forName(name, false, null);
      return true;
    } catch (ClassNotFoundException notYet) {
      return false;
    }
  }

  private static boolean isJava8() {
    return System.getProperty("java.specification.version", "").startsWith("1.");
  }

  private interface Definer {
    void define(byte[] bytes) throws Exception;
  }

  /** Java 9 and later: a private lookup in java.lang. */
  private static final class LookupDefiner implements Definer {
    private final Object lookup;
    private final Method define;

    LookupDefiner(Instrumentation instrumentation) throws Exception {
      Class<?> module = Class.forName("java.lang.Module");
      Method getModule = Class.class.getMethod("getModule");
      Instrumentation.class
          .getMethod(
              "redefineModule",
              module,
              java.util.Set.class,
              java.util.Map.class,
              java.util.Map.class,
              java.util.Set.class,
              java.util.Map.class)
          .invoke(
              instrumentation,
              getModule.invoke(Object.class),
              Collections.emptySet(),
              Collections.emptyMap(),
              Collections.singletonMap(
                  "java.lang", Collections.singleton(getModule.invoke(BootstrapInjector.class))),
              Collections.emptySet(),
              Collections.emptyMap());
      lookup =
          MethodHandles.class
              .getMethod("privateLookupIn", Class.class, MethodHandles.Lookup.class)
              .invoke(null, Object.class, MethodHandles.lookup());
      define = MethodHandles.Lookup.class.getMethod("defineClass", byte[].class);
    }

    @Override
    public void define(byte[] bytes) throws Exception {
      invoke(define, lookup, (Object) bytes);
    }
  }

  /** Java 8: the only way to define a class in the bootstrap loader. */
  private static final class UnsafeDefiner implements Definer {
    private final Object unsafe;
    private final Method define;

    UnsafeDefiner() throws Exception {
      Class<?> type = Class.forName("sun.misc.Unsafe");
      Field instance = type.getDeclaredField("theUnsafe");
      instance.setAccessible(true);
      unsafe = instance.get(null);
      define =
          type.getMethod(
              "defineClass",
              String.class,
              byte[].class,
              int.class,
              int.class,
              ClassLoader.class,
              ProtectionDomain.class);
    }

    @Override
    public void define(byte[] bytes) throws Exception {
      invoke(define, unsafe, null, bytes, 0, bytes.length, null, null);
    }
  }

  private static void invoke(Method method, Object target, @Nullable Object... arguments)
      throws Exception {
    try {
      method.invoke(target, arguments);
    } catch (java.lang.reflect.InvocationTargetException wrapped) {
      if (wrapped.getCause() instanceof Error) {
        throw (Error) wrapped.getCause();
      }
      throw wrapped;
    }
  }
}
