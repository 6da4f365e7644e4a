package io.rowcall.core.weave;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Gives a class the fields and accessors of a state interface such as {@code StatementState}: for
 * each pair {@code T x()} and {@code void x(T)} one transient, synthetic field. Writes to the class
 * file directly, because Byte Buddy's type builder resolves the whole hierarchy of the class first.
 */
final class StateFields extends ClassVisitor {
  private static final int FIELD =
      Opcodes.ACC_PRIVATE | Opcodes.ACC_TRANSIENT | Opcodes.ACC_SYNTHETIC;
  private static final int METHOD = Opcodes.ACC_PUBLIC | Opcodes.ACC_SYNTHETIC;

  private final Class<?> state;
  private String owner = "";

  StateFields(Class<?> state, ClassVisitor next) {
    super(Opcodes.ASM9, next);
    this.state = state;
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      String signature,
      String superName,
      String[] interfaces) {
    owner = name;
    String[] all = new String[interfaces == null ? 1 : interfaces.length + 1];
    if (interfaces != null) {
      System.arraycopy(interfaces, 0, all, 0, interfaces.length);
    }
    all[all.length - 1] = Type.getInternalName(state);
    String generic = signature == null ? null : signature + Type.getDescriptor(state);
    super.visit(version, access, name, generic, superName, all);
  }

  @Override
  public void visitEnd() {
    for (Method method : sorted(state.getMethods())) {
      if (method.getParameterCount() == 0) {
        field(method);
        getter(method);
      } else {
        setter(method);
      }
    }
    super.visitEnd();
  }

  /** Always in the same order, as retransformation requires. */
  private static Method[] sorted(Method[] methods) {
    Method[] sorted = methods.clone();
    Arrays.sort(
        sorted,
        new Comparator<Method>() {
          @Override
          public int compare(Method a, Method b) {
            int byName = a.getName().compareTo(b.getName());
            return byName != 0 ? byName : a.getParameterCount() - b.getParameterCount();
          }
        });
    return sorted;
  }

  private void field(Method getter) {
    super.visitField(
            FIELD, getter.getName(), Type.getDescriptor(getter.getReturnType()), null, null)
        .visitEnd();
  }

  private void getter(Method getter) {
    Type type = Type.getType(getter.getReturnType());
    MethodVisitor code = begin(getter);
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitFieldInsn(Opcodes.GETFIELD, owner, getter.getName(), type.getDescriptor());
    code.visitInsn(type.getOpcode(Opcodes.IRETURN));
    end(code, type.getSize(), 1);
  }

  private void setter(Method setter) {
    Type type = Type.getType(setter.getParameterTypes()[0]);
    MethodVisitor code = begin(setter);
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), 1);
    code.visitFieldInsn(Opcodes.PUTFIELD, owner, setter.getName(), type.getDescriptor());
    code.visitInsn(Opcodes.RETURN);
    end(code, 1 + type.getSize(), 1 + type.getSize());
  }

  private MethodVisitor begin(Method method) {
    MethodVisitor code =
        super.visitMethod(METHOD, method.getName(), Type.getMethodDescriptor(method), null, null);
    code.visitCode();
    return code;
  }

  private void end(MethodVisitor code, int stack, int locals) {
    code.visitMaxs(stack, locals);
    code.visitEnd();
  }
}
