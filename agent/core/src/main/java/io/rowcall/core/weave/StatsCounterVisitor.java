package io.rowcall.core.weave;

import io.rowcall.boot.CacheHooks;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import net.bytebuddy.pool.TypePool;

/**
 * Counts with a cache library wherever it calls its own {@code StatsCounter}, which it does whether
 * anybody asked for statistics or not: the hooks are told of the cache where the library fetches
 * the counter, and of each number where it passes it on. What the library counts stays as it is.
 *
 * <p>One place is skipped by Caffeine while statistics are off: a loader is only framed with counts
 * if somebody will read them. There it is told that somebody does; its counter ignores them.
 *
 * <p>It adds no frame, no local variable and no exception handler.
 */
public final class StatsCounterVisitor
    implements AsmVisitorWrapper.ForDeclaredMethods.MethodVisitorWrapper {
  private static final String HOOKS = Type.getInternalName(CacheHooks.class);
  private static final int MORE_STACK = 4;

  private final String counter;
  private final String counterType;
  private final String part;
  private final String owner;
  private final String ownerType;

  /**
   * @param counter the library's counter, by its internal name
   * @param part a class that counts for the cache that its field {@code owner} of type {@code
   *     ownerType} holds; empty when every class counts for itself
   */
  public StatsCounterVisitor(String counter, String part, String owner, String ownerType) {
    this.counter = counter;
    this.counterType = "L" + counter + ";";
    this.part = part;
    this.owner = owner;
    this.ownerType = ownerType;
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
    return new Counting(next, method.getInternalName().equals("statsAware"));
  }

  private final class Counting extends MethodVisitor {
    private final boolean framesLoader;
    private boolean clock;

    Counting(MethodVisitor next, boolean framesLoader) {
      super(Opcodes.ASM9, next);
      this.framesLoader = framesLoader;
    }

    @Override
    public void visitFieldInsn(int opcode, String of, String name, String type) {
      if (opcode == Opcodes.GETFIELD && type.equals(counterType)) {
        cacheOnStack(of);
      }
      super.visitFieldInsn(opcode, of, name, type);
    }

    private void cacheOnStack(String of) {
      super.visitInsn(Opcodes.DUP);
      if (of.equals(part)) {
        super.visitFieldInsn(Opcodes.GETFIELD, of, owner, ownerType);
      }
      call("beforeCount", "(Ljava/lang/Object;)V");
    }

    @Override
    public void visitMethodInsn(
        int opcode, String of, String name, String type, boolean isInterface) {
      boolean wasClock = clock;
      clock = name.equals("statsTicker");
      if (name.equals("statsCounter") && type.equals("()" + counterType)) {
        cacheOnStack(of);
      } else if (of.equals(counter)) {
        counted(name, type);
      } else if (wasClock && name.equals("read") && type.equals("()J")) {
        super.visitInsn(Opcodes.DUP);
        super.visitMethodInsn(opcode, of, name, type, isInterface);
        call("readTicker", "(Ljava/lang/Object;J)J");
        return;
      } else if (framesLoader && name.equals("isRecordingStats") && type.equals("()Z")) {
        super.visitInsn(Opcodes.POP);
        super.visitInsn(Opcodes.ICONST_1);
        return;
      }
      super.visitMethodInsn(opcode, of, name, type, isInterface);
    }

    private void counted(String name, String type) {
      if (name.equals("recordHits") || name.equals("recordMisses")) {
        super.visitInsn(Opcodes.DUP);
        call(name.equals("recordHits") ? "onHits" : "onMisses", "(I)V");
      } else if (name.startsWith("recordLoad") && type.equals("(J)V")) {
        super.visitInsn(Opcodes.DUP2);
        call("onLoad", "(J)V");
      } else if (name.equals("recordEviction")) {
        call("onEviction", "()V");
      }
    }

    private void call(String hook, String type) {
      super.visitMethodInsn(Opcodes.INVOKESTATIC, HOOKS, hook, type, false);
    }

    @Override
    public void visitMaxs(int stack, int locals) {
      super.visitMaxs(stack + MORE_STACK, locals);
    }
  }
}
