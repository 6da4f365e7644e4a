package io.rowcall.core.weave;

import io.rowcall.boot.TaskHooks;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Calls the hooks around each task in the loop of a pool's worker: before one call of the loop,
 * which has the task as last argument or as target, and after another.
 *
 * <p>Adds no stack frame, no local variable and no exception handler, so loaded classes can be
 * retransformed.
 */
final class RunWorkerVisitor implements MethodRewriter {
  private final String hooks = Type.getInternalName(TaskHooks.class);
  private final String before;
  private final String after;

  RunWorkerVisitor(String before, String after) {
    this.before = before;
    this.after = after;
  }

  @Override
  public MethodVisitor rewrite(MethodDescription method, MethodVisitor next) {
    return new MethodVisitor(Opcodes.ASM9, next) {
      @Override
      public void visitMethodInsn(
          int opcode, String owner, String name, String descriptor, boolean isInterface) {
        if (name.equals(before)) {
          super.visitInsn(Opcodes.DUP);
          super.visitMethodInsn(
              Opcodes.INVOKESTATIC, hooks, "beforeWorkerRun", "(Ljava/lang/Object;)V", false);
        }
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        if (name.equals(after)) {
          super.visitMethodInsn(Opcodes.INVOKESTATIC, hooks, "afterWorkerRun", "()V", false);
        }
      }

      @Override
      public void visitMaxs(int stack, int locals) {
        super.visitMaxs(stack + 1, locals);
      }
    };
  }
}
