package io.rowcall.core.weave;

import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.Attribute;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * Translates the code of an advice method into the method that it is woven into. A parameter is
 * read from where its value is; other local variables get places of their own; a return jumps
 * behind the advice.
 */
final class AdviceInliner extends MethodVisitor {
  private final AdviceMethod advice;
  private final AdviceWeaver target;
  private final Label end;

  /** Types of the woven method's local variables while the advice runs. */
  private final Object[] locals;

  /** The first local variable that the advice may use for its own. */
  private final int firstVariable;

  /** The local variable that receives the result of the advice. */
  private final int result;

  private final int parameterVariables;
  private int maxStack;
  private int maxVariables;

  AdviceInliner(
      AdviceMethod advice,
      AdviceWeaver target,
      MethodVisitor code,
      Label end,
      Object[] locals,
      int firstVariable,
      int result) {
    super(Opcodes.ASM9, code);
    this.advice = advice;
    this.target = target;
    this.end = end;
    this.locals = locals;
    this.firstVariable = firstVariable;
    this.result = result;
    this.parameterVariables = advice.parameterVariables();
  }

  int maxStack() {
    return maxStack;
  }

  /** Local variables that the advice uses beyond its parameters. */
  int ownVariables() {
    return Math.max(0, maxVariables - parameterVariables);
  }

  @Override
  public void visitCode() {}

  @Override
  public void visitVarInsn(int opcode, int variable) {
    if (variable >= parameterVariables) {
      super.visitVarInsn(opcode, own(variable));
      return;
    }
    AdviceParameter parameter = advice.parameterAt(variable);
    if (parameter == null) {
      throw new IllegalStateException("no parameter at " + variable);
    }
    if (opcode >= Opcodes.ISTORE) {
      target.store(parameter);
    } else {
      target.load(parameter);
    }
  }

  @Override
  public void visitIincInsn(int variable, int increment) {
    if (variable < parameterVariables) {
      throw new IllegalStateException("advice must not assign to a parameter");
    }
    super.visitIincInsn(own(variable), increment);
  }

  private int own(int variable) {
    return variable - parameterVariables + firstVariable;
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode < Opcodes.IRETURN || opcode > Opcodes.RETURN) {
      super.visitInsn(opcode);
      return;
    }
    if (opcode != Opcodes.RETURN) {
      super.visitVarInsn(advice.result.getOpcode(Opcodes.ISTORE), result);
    }
    super.visitJumpInsn(Opcodes.GOTO, end);
  }

  @Override
  public void visitFrame(
      int type, int localCount, Object[] adviceLocals, int stackCount, Object[] stack) {
    int first = 0;
    for (int variables = 0; variables < parameterVariables && first < localCount; first++) {
      variables += AdviceFrames.size(adviceLocals[first]);
    }
    target.frame(
        AdviceFrames.join(locals, firstVariable, adviceLocals, first, localCount),
        stackCount,
        stack);
  }

  @Override
  public void visitMaxs(int stack, int variables) {
    maxStack = stack;
    maxVariables = variables;
  }

  @Override
  public void visitEnd() {}

  // ---- What a method has besides code ----

  @Override
  public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    return null;
  }

  @Override
  public @Nullable AnnotationVisitor visitParameterAnnotation(
      int parameter, String descriptor, boolean visible) {
    return null;
  }

  @Override
  public void visitAnnotableParameterCount(int count, boolean visible) {}

  @Override
  public void visitParameter(String name, int access) {}

  @Override
  public void visitAttribute(Attribute attribute) {}

  /** Converts a value on the stack to the type that the advice declares, which may be wider. */
  static void convert(MethodVisitor code, Type from, Type to) {
    int source = from.getSort();
    int wanted = to.getSort();
    if (source >= Type.ARRAY && wanted >= Type.ARRAY) {
      // Most often a subtype. If it is not, only the advice fails, not the woven class.
      if (!to.equals(from) && !to.getInternalName().equals("java/lang/Object")) {
        code.visitTypeInsn(Opcodes.CHECKCAST, to.getInternalName());
      }
      return;
    }
    if (source >= Type.ARRAY || wanted >= Type.ARRAY || source > wanted) {
      throw new IllegalStateException("advice takes " + to + ", but the value is " + from);
    }
    if (source == wanted || wanted <= Type.INT) {
      return;
    }
    int group = source <= Type.INT ? 0 : source == Type.FLOAT ? 2 : source == Type.LONG ? 1 : 3;
    switch (wanted) {
      case Type.LONG:
        if (group == 2) {
          throw new IllegalStateException("advice takes " + to + ", but the value is " + from);
        }
        code.visitInsn(Opcodes.I2L);
        break;
      case Type.FLOAT:
        code.visitInsn(Opcodes.I2F);
        break;
      default:
        code.visitInsn(group == 0 ? Opcodes.I2D : group == 1 ? Opcodes.L2D : Opcodes.F2D);
    }
  }
}
