package io.rowcall.core.weave;

import io.rowcall.boot.ExecutorHooks;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import net.bytebuddy.pool.TypePool;

/**
 * Passes each lambda or method reference that is an {@code Executor} through {@link
 * ExecutorHooks#wrapExecutor}, unless it is another type as well. A lambda has no identity to
 * preserve.
 */
final class ExecutorLambdaVisitor
    implements AsmVisitorWrapper.ForDeclaredMethods.MethodVisitorWrapper {
  private static final String HOOKS = Type.getInternalName(ExecutorHooks.class);
  private static final String HOOK =
      "(Ljava/util/concurrent/Executor;)Ljava/util/concurrent/Executor;";

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
