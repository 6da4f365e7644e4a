package io.rowcall.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.boot.CacheHooks;
import io.rowcall.boot.HttpHooks;
import io.rowcall.boot.JdbcHooks;
import io.rowcall.boot.LazyLoad;
import io.rowcall.boot.PoolHooks;
import io.rowcall.boot.TaskHooks;
import io.rowcall.boot.UserHooks;
import io.rowcall.boot.context.Recording;
import io.rowcall.boot.request.CallSiteDemands;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A carrier of virtual threads must never wait for a monitor that a virtual thread may own. So no
 * class of the hot path has one, and whatever the hooks of tasks call in the JDK, which carriers
 * run as well, is looked through for monitors and parking.
 */
final class LockFreedomTest {
  private static final String BOOT = "io/rowcall/boot/";

  /** Everything that woven classes and the engine call directly. */
  private static final List<Class<?>> ROOTS =
      List.of(
          JdbcHooks.class,
          HttpHooks.class,
          TaskHooks.class,
          CacheHooks.class,
          PoolHooks.class,
          UserHooks.class,
          LazyLoad.class,
          Recording.class,
          CallSiteDemands.class);

  /** What is called there happens once for each JVM, statement or thread, never on a carrier. */
  private static final String ENGINE = BOOT + "request/Engine";

  private static final int DEPTH_IN_JDK = 4;

  @Test
  void noClassOfTheHotPathHasAMonitor() throws IOException {
    List<String> found = new ArrayList<>();
    for (String name : bootClasses()) {
      for (Method method : methodsOf(name).values()) {
        if (method.locks) {
          found.add(name + "." + method.name);
        }
        for (String call : method.calls) {
          if (call.startsWith("java/util/concurrent/locks/") && !call.contains("LockSupport")
              || call.startsWith("java/util/concurrent/ConcurrentHashMap.")
              || call.startsWith("java/lang/ref/ReferenceQueue.")) {
            found.add(name + "." + method.name + " calls " + call);
          }
        }
      }
    }
    assertEquals(List.of(), found);
  }

  @Test
  void nothingThatCarriersRunWaitsForAMonitor() throws IOException {
    String hooks = Type.getInternalName(TaskHooks.class);
    List<String> waits = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Deque<Call> open = new ArrayDeque<>();
    for (String method : methodsOf(hooks).keySet()) {
      open.add(new Call(hooks + "." + method, 0, hooks + "." + method));
    }
    while (!open.isEmpty()) {
      Call call = open.removeFirst();
      if (call.method.startsWith(ENGINE) || !seen.add(call.method)) {
        continue;
      }
      Method method = resolve(call.method);
      if (method == null) {
        continue; // Abstract or native.
      }
      if (method.locks || parks(call.method)) {
        waits.add(call.path);
      }
      boolean inBoot = call.method.startsWith(BOOT);
      for (String next : method.calls) {
        int depth = next.startsWith(BOOT) ? 0 : inBoot ? 1 : call.depth + 1;
        if (depth <= DEPTH_IN_JDK) {
          open.addLast(new Call(next, depth, call.path + " > " + next));
        }
      }
    }
    assertTrue(seen.size() > 100, "the call graph has but " + seen.size() + " methods");
    assertEquals(List.of(), waits);
  }

  private static boolean parks(String method) {
    return method.startsWith("java/util/concurrent/locks/LockSupport.park")
        || method.startsWith("java/util/concurrent/locks/ReentrantLock.lock");
  }

  private record Call(String method, int depth, String path) {}

  private static final class Method {
    final String name;
    boolean locks;
    final List<String> calls = new ArrayList<>();

    Method(String name) {
      this.name = name;
    }
  }

  private static final Map<String, Map<String, Method>> CLASSES = new HashMap<>();

  /** The method as the class or the nearest of its super classes declares it. */
  private static @Nullable Method resolve(String call) throws IOException {
    int dot = call.indexOf('.');
    String owner = call.substring(0, dot);
    String signature = call.substring(dot + 1);
    while (owner != null && !owner.startsWith("[")) {
      Method method = methodsOf(owner).get(signature);
      if (method != null) {
        return method;
      }
      owner = SUPERS.get(owner);
    }
    return null;
  }

  private static final Map<String, @Nullable String> SUPERS = new HashMap<>();
  private static final Set<String> INTERFACES = new HashSet<>();

  private static Map<String, Method> methodsOf(String name) throws IOException {
    Map<String, Method> known = CLASSES.get(name);
    if (known != null) {
      return known;
    }
    Map<String, Method> methods = new HashMap<>();
    CLASSES.put(name, methods);
    try (InputStream in = ClassLoader.getSystemResourceAsStream(name + ".class")) {
      if (in == null) {
        return methods;
      }
      ClassReader reader = new ClassReader(in);
      SUPERS.put(name, reader.getSuperName());
      if ((reader.getAccess() & Opcodes.ACC_INTERFACE) != 0) {
        INTERFACES.add(name);
      }
      reader.accept(new Methods(methods), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    }
    return methods;
  }

  private static final class Methods extends ClassVisitor {
    private final Map<String, Method> methods;

    Methods(Map<String, Method> methods) {
      super(Opcodes.ASM9);
      this.methods = methods;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String type,
        @Nullable String generic,
        String @Nullable [] thrown) {
      if ((access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) != 0) {
        return null;
      }
      Method method = new Method(name + type);
      method.locks = (access & Opcodes.ACC_SYNCHRONIZED) != 0;
      methods.put(name + type, method);
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public void visitInsn(int opcode) {
          method.locks |= opcode == Opcodes.MONITORENTER;
        }

        @Override
        public void visitMethodInsn(
            int opcode, String owner, String called, String calledType, boolean isInterface) {
          method.calls.add(owner + "." + called + calledType);
        }
      };
    }
  }

  private static boolean isInterface(String name) {
    return INTERFACES.contains(name);
  }

  private static List<String> bootClasses() throws IOException {
    List<String> names = new ArrayList<>();
    Deque<String> open = new ArrayDeque<>();
    for (Class<?> root : ROOTS) {
      open.add(Type.getInternalName(root));
    }
    Set<String> seen = new HashSet<>();
    while (!open.isEmpty()) {
      String name = open.removeFirst();
      if (!seen.add(name)) {
        continue;
      }
      names.add(name);
      assertFalse(methodsOf(name).isEmpty() && !isInterface(name), name + " was not found");
      for (Method method : methodsOf(name).values()) {
        for (String call : method.calls) {
          String owner = call.substring(0, call.indexOf('.'));
          if (owner.startsWith(BOOT)) {
            open.addLast(owner);
          }
        }
      }
    }
    assertTrue(names.size() > 25, names::toString);
    return names;
  }
}
