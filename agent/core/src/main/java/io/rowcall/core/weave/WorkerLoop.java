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
 * Tells the hooks of each task in the loop of a {@code ThreadPoolExecutor}'s worker: just before
 * the loop calls {@code beforeExecute}, and just after it has called {@code afterExecute}. Both are
 * called for every task, whatever a subclass makes of them.
 *
 * <p>It adds no frame to anybody's stack trace, no local variable and no exception handler, so a
 * class that is loaded already can take it.
 */
final class WorkerLoop implements AsmVisitorWrapper.ForDeclaredMethods.MethodVisitorWrapper {
  private final String hooks;
  private final String starts;
  private final String ends;

  WorkerLoop(Class<?> hooks, String starts, String ends) {
    this.hooks = Type.getInternalName(hooks);
    this.starts = starts;
    this.ends = ends;
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
          int opcode, String owner, String name, String descriptor, boolean isInterface) {
        if (name.equals("beforeExecute")) {
          super.visitInsn(Opcodes.DUP);
          super.visitMethodInsn(
              Opcodes.INVOKESTATIC, hooks, starts, "(Ljava/lang/Object;)V", false);
        }
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        if (name.equals("afterExecute")) {
          super.visitMethodInsn(Opcodes.INVOKESTATIC, hooks, ends, "()V", false);
        }
      }

      @Override
      public void visitMaxs(int stack, int locals) {
        super.visitMaxs(stack + 1, locals);
      }
    };
  }
}
