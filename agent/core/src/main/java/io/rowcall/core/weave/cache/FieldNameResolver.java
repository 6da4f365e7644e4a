package io.rowcall.core.weave.cache;

import io.rowcall.core.record.NameResolver;
import java.io.IOException;
import java.io.InputStream;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * Names an object after the field to which it is assigned. The field is read from the class file of
 * the creating code: it is assigned by the instruction after the frame's call. For a method that
 * only returns the object, the caller decides; a constructor, whose field cannot be seen, ends the
 * search.
 *
 * <p>Runs once for each place that creates caches. Any thread.
 */
public final class FieldNameResolver implements NameResolver {
  private static final int MAX_CALLERS = 3;

  @Override
  public String holder(
      StackTraceElement[] stack, boolean[] applicationFrames, @Nullable ClassLoader loader) {
    String fallback = "";
    int callers = 0;
    for (int i = 1; i < stack.length && callers < MAX_CALLERS; i++) {
      if (!applicationFrames[i]) {
        continue;
      }
      callers++;
      StackTraceElement frame = stack[i];
      String simple = simpleName(frame.getClassName());
      String field = field(frame, stack[i - 1].getMethodName(), loader);
      if (field != null) {
        return simple + "." + field;
      }
      boolean constructor = frame.getMethodName().startsWith("<");
      if (fallback.isEmpty()) {
        fallback = constructor ? simple : simple + "." + methodName(frame.getMethodName());
      }
      if (constructor) {
        return fallback;
      }
    }
    return fallback;
  }

  private static String simpleName(String className) {
    String inPackage = className.substring(className.lastIndexOf('.') + 1);
    return inPackage.substring(inPackage.lastIndexOf('$') + 1);
  }

  /** The method that contains a lambda; else the method itself. */
  private static String methodName(String name) {
    if (!name.startsWith("lambda$")) {
      return name;
    }
    int end = name.lastIndexOf('$');
    return end > "lambda$".length() ? name.substring("lambda$".length(), end) : name;
  }

  private static @Nullable String field(
      StackTraceElement frame, String called, @Nullable ClassLoader loader) {
    String path = frame.getClassName().replace('.', '/') + ".class";
    try (InputStream in =
        loader == null
            ? ClassLoader.getSystemResourceAsStream(path)
            : loader.getResourceAsStream(path)) {
      if (in == null) {
        return null;
      }
      Search search = new Search(frame, called);
      new ClassReader(in).accept(search, ClassReader.SKIP_FRAMES);
      return search.found;
    } catch (IOException | RuntimeException | LinkageError unreadable) {
      return null;
    }
  }

  /** Searches the methods with the frame's name. */
  private static final class Search extends ClassVisitor {
    private final StackTraceElement frame;
    private final String called;
    @Nullable String found;

    Search(StackTraceElement frame, String called) {
      super(Opcodes.ASM9);
      this.frame = frame;
      this.called = called;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access, String name, String type, String signature, String[] exceptions) {
      return name.equals(frame.getMethodName()) ? new Body() : null;
    }

    /** Finds the call at the frame's line, and the assignment that follows it at once. */
    private final class Body extends MethodVisitor {
      private int line;
      private boolean justCalled;

      Body() {
        super(Opcodes.ASM9);
      }

      @Override
      public void visitLineNumber(int number, Label start) {
        line = number;
      }

      @Override
      public void visitMethodInsn(
          int opcode, String owner, String name, String type, boolean isInterface) {
        justCalled = line == frame.getLineNumber() && name.equals(called);
      }

      @Override
      public void visitFieldInsn(int opcode, String owner, String name, String type) {
        if (justCalled && (opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC)) {
          found = name;
        }
        justCalled = false;
      }

      @Override
      public void visitTypeInsn(int opcode, String type) {
        justCalled &= opcode == Opcodes.CHECKCAST;
      }

      @Override
      public void visitInsn(int opcode) {
        justCalled = false;
      }

      @Override
      public void visitVarInsn(int opcode, int local) {
        justCalled = false;
      }

      @Override
      public void visitIntInsn(int opcode, int operand) {
        justCalled = false;
      }

      @Override
      public void visitLdcInsn(Object value) {
        justCalled = false;
      }

      @Override
      public void visitJumpInsn(int opcode, Label label) {
        justCalled = false;
      }

      @Override
      public void visitInvokeDynamicInsn(
          String name, String type, Handle bootstrap, Object... arguments) {
        justCalled = false;
      }
    }
  }
}
