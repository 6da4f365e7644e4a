package io.rowcall.core.weave;

import io.rowcall.boot.ExecutorHooks;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Passes each lambda or method reference that is an {@code Executor} through {@link
 * ExecutorHooks#wrapExecutor}, unless it is another type as well. A lambda has no identity to
 * preserve.
 */
final class ExecutorLambdaVisitor implements MethodRewriter {
  private static final String HOOKS = Type.getInternalName(ExecutorHooks.class);
  private static final String HOOK =
      "(Ljava/util/concurrent/Executor;)Ljava/util/concurrent/Executor;";

  @Override
  public MethodVisitor rewrite(MethodDescription method, MethodVisitor next) {
    return new MethodVisitor(Opcodes.ASM9, next) {
      @Override
      public void visitInvokeDynamicInsn(
          String name, String descriptor, Handle bootstrap, Object... arguments) {
        super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
        // The other factory creates lambdas of several types, such as serializable ones.
        if (descriptor.endsWith(Mentions.GIVES_EXECUTOR)
            && bootstrap.getOwner().equals("java/lang/invoke/LambdaMetafactory")
            && bootstrap.getName().equals("metafactory")) {
          super.visitMethodInsn(Opcodes.INVOKESTATIC, HOOKS, "wrapExecutor", HOOK, false);
        }
      }
    };
  }
}
