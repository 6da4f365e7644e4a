package io.rowcall.it.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.it.support.ServiceCommand;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/**
 * Bytecode check of drivers whose databases no test can start. A setter that calls another setter
 * of the same statement must pass the parameter's index on unchanged: both then write the same
 * slot, and the application's value, written last, remains.
 */
@Tag("compat")
final class SetterBytecodeIT {

  static List<Path> drivers() throws IOException {
    try (Stream<Path> jars = Files.list(ServiceCommand.SERVICES.resolve("drivers/target/others"))) {
      return jars.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("drivers")
  void passesTheIndexOnUnchanged(Path driver) throws Exception {
    var statements = new Statements(driver);
    assertEquals(List.of(), statements.shiftingSetters());
    assertTrue(statements.setters > 40, () -> statements.setters + " setters in " + driver);
  }

  /** The prepared statements of one jar. */
  private static final class Statements {
    private final Map<String, ClassNode> classes = new HashMap<>();
    private int setters;

    Statements(Path jar) throws IOException {
      try (JarFile file = new JarFile(jar.toFile())) {
        for (JarEntry entry : Collections.list(file.entries())) {
          String name = entry.getName();
          if (name.endsWith(".class") && !name.startsWith("META-INF/")) {
            try (InputStream in = file.getInputStream(entry)) {
              var type = new ClassNode();
              new ClassReader(in).accept(type, ClassReader.SKIP_DEBUG);
              classes.put(type.name, type);
            }
          }
        }
      }
    }

    /** Setters that call a setter of the same object with another index. */
    List<String> shiftingSetters() throws AnalyzerException {
      var shifting = new ArrayList<String>();
      for (ClassNode type : classes.values()) {
        if (isStatement(type.name, new HashSet<>())) {
          for (MethodNode method : type.methods) {
            if (isSetter(method) && method.instructions.size() > 0) {
              setters++;
              addShifted(type, method, shifting);
            }
          }
        }
      }
      return shifting;
    }

    private void addShifted(ClassNode type, MethodNode method, List<String> shifting)
        throws AnalyzerException {
      Frame<SourceValue>[] frames =
          new Analyzer<>(new SourceInterpreter()).analyze(type.name, method);
      for (int i = 0; i < frames.length; i++) {
        if (frames[i] != null
            && method.instructions.get(i) instanceof MethodInsnNode call
            && isStatement(call.owner, new HashSet<>())
            && isSetter(call)) {
          int first = frames[i].getStackSize() - Type.getArgumentTypes(call.desc).length;
          boolean onThis = isLoaded(frames[i].getStack(first - 1), 0);
          if (onThis && !isLoaded(frames[i].getStack(first), 1)) {
            shifting.add(type.name + "." + method.name + method.desc + " calls " + call.name);
          }
        }
      }
    }

    private static boolean isLoaded(SourceValue value, int variable) {
      for (AbstractInsnNode source : value.insns) {
        if (!(source instanceof VarInsnNode load) || load.var != variable) {
          return false;
        }
      }
      return !value.insns.isEmpty();
    }

    private boolean isSetter(MethodInsnNode call) {
      for (ClassNode type = classes.get(call.owner);
          type != null;
          type = classes.get(type.superName)) {
        for (MethodNode method : type.methods) {
          if (method.name.equals(call.name) && method.desc.equals(call.desc)) {
            return isSetter(method);
          }
        }
      }
      return false;
    }

    private static boolean isSetter(MethodNode method) {
      return method.name.startsWith("set")
          && method.desc.startsWith("(I")
          && method.desc.endsWith(")V")
          && Type.getArgumentTypes(method.desc).length > 1
          && (method.access & Opcodes.ACC_PUBLIC) != 0
          && (method.access & Opcodes.ACC_STATIC) == 0;
    }

    private boolean isStatement(@Nullable String name, Set<String> seen) {
      if (name == null || !seen.add(name)) {
        return false;
      }
      if (name.equals("java/sql/PreparedStatement") || name.equals("java/sql/CallableStatement")) {
        return true;
      }
      ClassNode type = classes.get(name);
      return type != null
          && (isStatement(type.superName, seen)
              || type.interfaces.stream().anyMatch(parent -> isStatement(parent, seen)));
    }
  }
}
