package io.rowcall.core.weave;

import io.rowcall.boot.request.Engine;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * Makes the constructors of {@link UndecidedClasses undecided} classes call the engine first, so
 * that a class is woven before anything is called on its first object. The retransformation drops
 * the call again.
 */
final class ConstructionProbe extends ClassVisitor {
  private static final String ENGINE = Type.getInternalName(Engine.class);

  private Type type = Type.VOID_TYPE;

  /** Whether class files of this version may load class constants. */
  private boolean loadsClasses;

  private ConstructionProbe(ClassVisitor next) {
    super(Opcodes.ASM9, next);
  }

  /** Adds the call to all constructors of a class file. */
  static byte[] add(byte[] bytes) {
    ClassReader reader = new ClassReader(bytes);
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(new ConstructionProbe(writer), 0);
    return writer.toByteArray();
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      String signature,
      String superName,
      String[] interfaces) {
    type = Type.getObjectType(name);
    loadsClasses = (version & 0xffff) >= Opcodes.V1_5;
    super.visit(version, access, name, signature, superName, interfaces);
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    MethodVisitor code = super.visitMethod(access, name, descriptor, signature, exceptions);
    if (code == null || !loadsClasses || !name.equals("<init>")) {
      return code;
    }
    return new MethodVisitor(Opcodes.ASM9, code) {
      @Override
      public void visitCode() {
        super.visitCode();
        super.visitLdcInsn(type);
        super.visitMethodInsn(
            Opcodes.INVOKESTATIC, ENGINE, "onConstruction", "(Ljava/lang/Class;)V", false);
      }

      @Override
      public void visitMaxs(int stack, int locals) {
        super.visitMaxs(Math.max(stack, 1), locals);
      }
    };
  }
}
