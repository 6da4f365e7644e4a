package io.rowcall.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Asserts that carriers of virtual threads never wait for a monitor that a virtual thread may own.
 * No class of the hot path has one, and the JDK code that the hooks of tasks call, which carriers
 * run as well, is searched for monitors and parking.
 */
final class LockFreedomTest {
  private static final String BOOT = "io/rowcall/boot/";

  /** The hooks that carriers of virtual threads call. */
  private static final List<String> TASK_HOOKS =
      List.of(
          "TaskHooks",
          "ThreadHooks",
          "ExecutorHooks",
          "RequestTask",
          "RequestCallable",
          "RequestExecutor");

  /** The engine is called once per JVM, statement, or thread, and never by a carrier. */
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
  void carriersNeverWaitForAMonitor() throws IOException {
    List<String> waits = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Deque<Call> open = new ArrayDeque<>();
    for (String hooks : TASK_HOOKS) {
      assertFalse(methodsOf(BOOT + hooks).isEmpty(), hooks);
      for (String method : methodsOf(BOOT + hooks).keySet()) {
        String call = BOOT + hooks + "." + method;
        open.add(new Call(call, 0, call));
      }
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
    assertTrue(seen.size() > 100, "the call graph has only " + seen.size() + " methods");
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

  /** The method as the class or its nearest superclass declares it. */
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

  private static List<String> bootClasses() {
    List<String> names = new ArrayList<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.rowcall.boot")) {
      names.add(type.getName().replace('.', '/'));
    }
    assertTrue(names.size() > 50, names::toString);
    return names;
  }
}
