package io.rowcall.core.weave;

import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import net.bytebuddy.pool.TypePool;

/**
 * Replaces, inside a method, {@code x.called()} by {@code Hooks.hook(x)}. The stack is the same
 * before and after, so neither frames nor signatures change, and a class that is loaded already can
 * take it.
 */
final class CallReplacement implements AsmVisitorWrapper.ForDeclaredMethods.MethodVisitorWrapper {
  private final String target;
  private final String called;
  private final String hooks;
  private final String hook;
  private final String descriptor;

  CallReplacement(Class<?> target, String called, Class<?> hooks, String hook) {
    this.target = Type.getInternalName(target);
    this.called = called;
    this.hooks = Type.getInternalName(hooks);
    this.hook = hook;
    this.descriptor = "(" + Type.getDescriptor(target) + ")V";
  }

  @Override
  public MethodVisitor wrap(
      TypeDescription type,
      MethodDescription method,
      MethodVisitor next,
      Implementation.Context context,
      TypePool pool,
      int writerFlags,
      int readerFlags) {
    return new MethodVisitor(Opcodes.ASM9, next) {
      @Override
      public void visitMethodInsn(
          int opcode, String owner, String name, String signature, boolean isInterface) {
        if (opcode == Opcodes.INVOKEINTERFACE
            && owner.equals(target)
            && name.equals(called)
            && signature.equals("()V")) {
          super.visitMethodInsn(Opcodes.INVOKESTATIC, hooks, hook, descriptor, false);
        } else {
          super.visitMethodInsn(opcode, owner, name, signature, isInterface);
        }
      }
    };
  }
}
