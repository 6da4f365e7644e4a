package io.rowcall.core.weave;

import java.util.List;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * Override that only calls the inherited method. Where a class inherits the methods of an interface
 * from a superclass that does not implement it, advice is woven into such overrides: the superclass
 * may have unrelated subclasses, and may be loaded already.
 */
final class ForwardingMethod {
  private final int access;
  private final String name;
  private final String descriptor;
  private final String @Nullable [] exceptions;

  ForwardingMethod(MethodDescription inherited) {
    access = Opcodes.ACC_PUBLIC | (inherited.getModifiers() & Opcodes.ACC_VARARGS);
    name = inherited.getInternalName();
    descriptor = inherited.getDescriptor();
    exceptions = inherited.getExceptionTypes().asErasures().toInternalNames();
  }

  /** Adds methods to a class file that declares none of them. */
  static byte[] add(final List<ForwardingMethod> methods, byte[] bytes) {
    final ClassReader reader = new ClassReader(bytes);
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public void visitEnd() {
            for (ForwardingMethod method : methods) {
              method.write(reader.getSuperName(), cv);
            }
            super.visitEnd();
          }
        },
        0);
    return writer.toByteArray();
  }

  private void write(String superName, ClassVisitor target) {
    MethodVisitor code = target.visitMethod(access, name, descriptor, null, exceptions);
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    int locals = 1;
    for (Type argument : Type.getArgumentTypes(descriptor)) {
      code.visitVarInsn(argument.getOpcode(Opcodes.ILOAD), locals);
      locals += argument.getSize();
    }
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, superName, name, descriptor, false);
    Type result = Type.getReturnType(descriptor);
    code.visitInsn(result.getOpcode(Opcodes.IRETURN));
    code.visitMaxs(Math.max(locals, result.getSize()), locals);
    code.visitEnd();
  }

  boolean hasSignatureOf(MethodDescription method) {
    return name.equals(method.getInternalName()) && descriptor.equals(method.getDescriptor());
  }
}
