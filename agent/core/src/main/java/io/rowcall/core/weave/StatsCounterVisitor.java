package io.rowcall.core.weave;

import io.rowcall.boot.CacheHooks;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Passes the calls of a cache library to its own {@code StatsCounter} on to the hooks. The library
 * calls it even when statistics are off. The hooks get the cache where the library fetches the
 * counter, and each number where it passes one on; the library's own statistics stay as they are.
 *
 * <p>Caffeine wraps a loader with counting code only when statistics are on. That one check is
 * overridden; the disabled counter ignores the calls.
 *
 * <p>Adds no stack frame, no local variable and no exception handler.
 */
public final class StatsCounterVisitor implements MethodRewriter {
  private static final String HOOKS = Type.getInternalName(CacheHooks.class);
  private static final int EXTRA_STACK = 4;

  private final String counter;
  private final String counterType;
  private final String part;
  private final String owner;
  private final String ownerType;

  private StatsCounterVisitor(String counter, String part, String owner, String ownerType) {
    this.counter = counter;
    this.counterType = "L" + counter + ";";
    this.part = part;
    this.owner = owner;
    this.ownerType = ownerType;
  }

  /**
   * Counts with a counter.
   *
   * @param counter the internal name of the library's counter
   */
  public static StatsCounterVisitor of(String counter) {
    return new StatsCounterVisitor(counter, "", "", "");
  }

  /**
   * Lets a class count for another object.
   *
   * @param part the internal name of the class
   * @param owner its field that holds the cache
   * @param ownerType the descriptor of the field
   */
  public StatsCounterVisitor withPart(String part, String owner, String ownerType) {
    return new StatsCounterVisitor(counter, part, owner, ownerType);
  }

  @Override
  public MethodVisitor rewrite(MethodDescription method, MethodVisitor next) {
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
    public void visitFieldInsn(int opcode, String holder, String name, String type) {
      if (opcode == Opcodes.GETFIELD && type.equals(counterType)) {
        passCacheOnStack(holder);
      }
      super.visitFieldInsn(opcode, holder, name, type);
    }

    private void passCacheOnStack(String holder) {
      super.visitInsn(Opcodes.DUP);
      if (holder.equals(part)) {
        super.visitFieldInsn(Opcodes.GETFIELD, holder, owner, ownerType);
      }
      call("beforeCount", "(Ljava/lang/Object;)V");
    }

    @Override
    public void visitMethodInsn(
        int opcode, String target, String name, String type, boolean isInterface) {
      boolean wasClock = clock;
      clock = name.equals("statsTicker");
      if (name.equals("statsCounter") && type.equals("()" + counterType)) {
        passCacheOnStack(target);
      } else if (target.equals(counter)) {
        passNumber(name, type);
      } else if (wasClock && name.equals("read") && type.equals("()J")) {
        super.visitInsn(Opcodes.DUP);
        super.visitMethodInsn(opcode, target, name, type, isInterface);
        call("readTicker", "(Ljava/lang/Object;J)J");
        return;
      } else if (framesLoader && name.equals("isRecordingStats") && type.equals("()Z")) {
        super.visitInsn(Opcodes.POP);
        super.visitInsn(Opcodes.ICONST_1);
        return;
      }
      super.visitMethodInsn(opcode, target, name, type, isInterface);
    }

    private void passNumber(String name, String type) {
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
      super.visitMaxs(stack + EXTRA_STACK, locals);
    }
  }
}
