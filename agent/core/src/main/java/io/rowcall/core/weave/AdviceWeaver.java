package io.rowcall.core.weave;

import io.rowcall.boot.request.Engine;
import io.rowcall.core.weave.AdviceParameter.Source;
import net.bytebuddy.description.field.FieldDescription;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDefinition;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import net.bytebuddy.jar.asm.TypePath;
import net.bytebuddy.pool.TypePool;
import org.jspecify.annotations.Nullable;

/**
 * Weaves advice into a method:
 *
 * <pre>
 * try { enter = advice } catch (Throwable t) { Engine.suppress(t); }
 * try { body; result = … } catch (Throwable t) { thrown = t; }      // if the advice wants to know
 * try { advice } catch (Throwable t) { Engine.suppress(t); }
 * if (thrown != null) throw thrown; return result;
 * </pre>
 *
 * <p>Frames are translated, not computed, because that would load classes. They have to be
 * expanded.
 */
final class AdviceWeaver extends MethodVisitor {
  private static final String THROWABLE = "java/lang/Throwable";
  private static final String ENGINE = Type.getInternalName(Engine.class);
  private static final Object[] NOTHING = {};
  private static final Object[] THROWN = {THROWABLE};

  private final @Nullable AdviceMethod enter;
  private final @Nullable AdviceMethod exit;
  private final TypeDefinition owner;
  private final String methodName;
  private final int dialect;

  /** Whether class files of this version have frames. */
  private final boolean hasFrames;

  private final AdviceVariables at;
  private final Label bodyStart = new Label();
  private final Label returned = new Label();
  private boolean exiting;
  private int maxStack = 3;
  private int ownVariables;

  AdviceWeaver(
      @Nullable AdviceMethod enter,
      @Nullable AdviceMethod exit,
      TypeDefinition owner,
      MethodDescription method,
      int dialect,
      boolean hasFrames,
      MethodVisitor next) {
    super(Opcodes.ASM9, next);
    this.enter = enter;
    this.exit = exit;
    this.owner = owner;
    this.methodName = method.getInternalName();
    this.dialect = dialect;
    this.hasFrames = hasFrames;
    at = new AdviceVariables(enter, exit, owner, method);
  }

  // ---- Enter ----

  @Override
  public void visitCode() {
    super.visitCode();
    for (AdviceParameter local : at.locals()) {
      initialize(local.type, at.local(local));
    }
    if (enter != null) {
      inline(enter, at.startFrame(), at.enter, at.enteredFrame());
      super.visitInsn(Opcodes.NOP); // The body may start with a frame.
    }
    if (at.copiesThis()) {
      super.visitVarInsn(Opcodes.ALOAD, 0);
      super.visitVarInsn(Opcodes.ASTORE, at.thisCopy());
    }
    for (int i = 0; i < at.arguments.length; i++) {
      if (at.isCopied(i)) {
        Type type = at.arguments[i];
        super.visitVarInsn(type.getOpcode(Opcodes.ILOAD), at.argument(i));
        super.visitVarInsn(type.getOpcode(Opcodes.ISTORE), at.argumentCopy(i));
      }
    }
    super.visitLabel(bodyStart);
  }

  /**
   * Inlines advice, and what counts its failures.
   *
   * @param before entries of the frame before and while it runs
   * @param result receives its result, whatever happens
   * @param after entries of the frame when it has run
   */
  private void inline(AdviceMethod advice, Object[] before, int result, Object[] after) {
    Label start = new Label();
    Label handler = new Label();
    Label end = new Label();
    super.visitLabel(start);
    AdviceInliner inliner = new AdviceInliner(advice, this, mv, end, before, at.body, result);
    advice.accept(inliner);
    maxStack = Math.max(maxStack, inliner.maxStack());
    ownVariables =
        Math.max(ownVariables, Math.max(inliner.ownVariables(), advice.result.getSize()));
    super.visitLabel(handler);
    super.visitTryCatchBlock(start, handler, handler, THROWABLE);
    frame(before, 1, THROWN);
    super.visitMethodInsn(
        Opcodes.INVOKESTATIC, ENGINE, "suppress", "(Ljava/lang/Throwable;)V", false);
    if (advice.result.getSort() != Type.VOID) {
      initialize(advice.result, result);
    }
    super.visitLabel(end);
    frame(after, 0, NOTHING);
  }

  private void initialize(Type type, int variable) {
    int sort = type.getSort();
    super.visitInsn(
        sort >= Type.ARRAY
            ? Opcodes.ACONST_NULL
            : sort == Type.LONG
                ? Opcodes.LCONST_0
                : sort == Type.DOUBLE
                    ? Opcodes.DCONST_0
                    : sort == Type.FLOAT ? Opcodes.FCONST_0 : Opcodes.ICONST_0);
    super.visitVarInsn(type.getOpcode(Opcodes.ISTORE), variable);
  }

  // ---- Body ----

  @Override
  public void visitVarInsn(int opcode, int variable) {
    super.visitVarInsn(opcode, at.moved(variable));
  }

  @Override
  public void visitIincInsn(int variable, int increment) {
    super.visitIincInsn(at.moved(variable), increment);
  }

  @Override
  public void visitLocalVariable(
      String name, String descriptor, String signature, Label start, Label end, int variable) {
    super.visitLocalVariable(name, descriptor, signature, start, end, at.moved(variable));
  }

  @Override
  public @Nullable AnnotationVisitor visitLocalVariableAnnotation(
      int reference,
      TypePath path,
      Label[] start,
      Label[] end,
      int[] variables,
      String descriptor,
      boolean visible) {
    int[] all = variables.clone();
    for (int i = 0; i < all.length; i++) {
      all[i] = at.moved(all[i]);
    }
    return super.visitLocalVariableAnnotation(
        reference, path, start, end, all, descriptor, visible);
  }

  @Override
  public void visitInsn(int opcode) {
    if (exit == null || opcode < Opcodes.IRETURN || opcode > Opcodes.RETURN) {
      super.visitInsn(opcode);
      return;
    }
    if (opcode != Opcodes.RETURN) {
      super.visitVarInsn(at.returned.getOpcode(Opcodes.ISTORE), at.result);
    }
    super.visitJumpInsn(Opcodes.GOTO, returned);
  }

  @Override
  public void visitFrame(
      int type, int localCount, Object[] locals, int stackCount, Object[] stack) {
    frame(at.bodyFrame(locals, localCount), stackCount, stack);
  }

  // ---- Exit ----

  @Override
  public void visitMaxs(int stack, int variables) {
    if (exit != null) {
      end(exit);
    }
    int all = Math.max(at.moved(variables), at.body + ownVariables);
    super.visitMaxs(Math.max(stack, maxStack), all);
  }

  private void end(AdviceMethod advice) {
    boolean catches = advice.onThrowable;
    Object[] ended = at.endFrame(true, catches);
    if (catches) {
      Label handler = new Label();
      Label exits = new Label();
      super.visitLabel(handler);
      super.visitTryCatchBlock(bodyStart, handler, handler, THROWABLE);
      frame(at.endFrame(false, false), 1, THROWN);
      super.visitVarInsn(Opcodes.ASTORE, at.thrown);
      if (at.returned.getSort() != Type.VOID) {
        initialize(at.returned, at.result);
      }
      super.visitJumpInsn(Opcodes.GOTO, exits);
      super.visitLabel(returned);
      frame(at.endFrame(true, false), 0, NOTHING);
      super.visitInsn(Opcodes.ACONST_NULL);
      super.visitVarInsn(Opcodes.ASTORE, at.thrown);
      super.visitLabel(exits);
    } else {
      super.visitLabel(returned);
    }
    frame(ended, 0, NOTHING);
    super.visitInsn(Opcodes.NOP);
    exiting = true;
    inline(advice, ended, -1, ended);
    if (catches) {
      Label normal = new Label();
      super.visitVarInsn(Opcodes.ALOAD, at.thrown);
      super.visitJumpInsn(Opcodes.IFNULL, normal);
      super.visitVarInsn(Opcodes.ALOAD, at.thrown);
      super.visitInsn(Opcodes.ATHROW);
      super.visitLabel(normal);
      frame(ended, 0, NOTHING);
    }
    if (at.returned.getSort() != Type.VOID) {
      super.visitVarInsn(at.returned.getOpcode(Opcodes.ILOAD), at.result);
    }
    super.visitInsn(at.returned.getOpcode(Opcodes.IRETURN));
  }

  // ---- Frames ----

  void frame(Object[] locals, int stackCount, Object[] stack) {
    if (hasFrames) {
      super.visitFrame(Opcodes.F_NEW, locals.length, locals, stackCount, stack);
    }
  }

  // ---- For the inliner ----

  /** Puts the value of a parameter of the advice on the stack. */
  void load(AdviceParameter parameter) {
    switch (parameter.source) {
      case THIS:
        super.visitVarInsn(Opcodes.ALOAD, thisVariable());
        AdviceInliner.convert(mv, Type.getType(owner.asErasure().getDescriptor()), parameter.type);
        break;
      case ARGUMENT:
        loadArgument(parameter);
        break;
      case FIELD:
        loadField(parameter);
        break;
      case ENTER:
        super.visitVarInsn(parameter.type.getOpcode(Opcodes.ILOAD), at.enter);
        break;
      case RETURN:
        super.visitVarInsn(at.returned.getOpcode(Opcodes.ILOAD), at.result);
        AdviceInliner.convert(mv, at.returned, parameter.type);
        break;
      case THROWN:
        super.visitVarInsn(Opcodes.ALOAD, at.thrown);
        break;
      case LOCAL:
        super.visitVarInsn(parameter.type.getOpcode(Opcodes.ILOAD), at.local(parameter));
        break;
      case ORIGIN:
        super.visitLdcInsn(
            parameter.text.replace("#t", owner.getTypeName()).replace("#m", methodName));
        break;
      case DIALECT:
        super.visitIntInsn(Opcodes.BIPUSH, dialect);
        break;
    }
  }

  private int thisVariable() {
    return exiting ? at.thisCopy() : 0;
  }

  private void loadArgument(AdviceParameter parameter) {
    Type type = argument(parameter);
    int variable = exiting ? at.argumentCopy(parameter.argument) : at.argument(parameter.argument);
    super.visitVarInsn(type.getOpcode(Opcodes.ILOAD), variable);
    AdviceInliner.convert(mv, type, parameter.type);
  }

  /** Assigns the value on the stack to what a parameter of the advice stands for. */
  void store(AdviceParameter parameter) {
    if (parameter.source == Source.LOCAL) {
      super.visitVarInsn(parameter.type.getOpcode(Opcodes.ISTORE), at.local(parameter));
    } else if (parameter.source == Source.ARGUMENT && !exiting) {
      store(parameter, argument(parameter), at.argument(parameter.argument));
    } else if (parameter.source == Source.RETURN) {
      store(parameter, at.returned, at.result);
    } else {
      throw new IllegalStateException("advice must not assign to a parameter");
    }
  }

  private void store(AdviceParameter parameter, Type type, int variable) {
    AdviceInliner.convert(mv, parameter.type, type);
    super.visitVarInsn(type.getOpcode(Opcodes.ISTORE), variable);
  }

  private Type argument(AdviceParameter parameter) {
    if (parameter.argument >= at.arguments.length) {
      throw new IllegalStateException("no argument " + parameter.argument);
    }
    return at.arguments[parameter.argument];
  }

  private void loadField(AdviceParameter parameter) {
    for (TypeDefinition type = owner; type != null; type = type.getSuperClass()) {
      for (FieldDescription field : type.getDeclaredFields()) {
        if (field.getName().equals(parameter.text)) {
          if (!field.isStatic()) {
            super.visitVarInsn(Opcodes.ALOAD, thisVariable());
          }
          super.visitFieldInsn(
              field.isStatic() ? Opcodes.GETSTATIC : Opcodes.GETFIELD,
              type.asErasure().getInternalName(),
              field.getName(),
              field.getDescriptor());
          requireSubtype(field.getType().asErasure(), parameter.type);
          AdviceInliner.convert(mv, Type.getType(field.getDescriptor()), parameter.type);
          return;
        }
      }
    }
    throw new IllegalStateException("no field " + parameter.text);
  }

  /**
   * Checks that a field has the type that the advice expects. Another library may have a class of
   * the same name, as Payara has Tomcat's: like a class with missing types, it is left alone.
   */
  private static void requireSubtype(TypeDescription field, Type expected) {
    if (expected.getSort() == Type.OBJECT && !isSubtype(field, expected.getClassName())) {
      throw new TypePool.Resolution.NoSuchTypeException(expected.getClassName());
    }
  }

  private static boolean isSubtype(TypeDefinition type, String expected) {
    if (expected.equals("java.lang.Object") || type.getTypeName().equals(expected)) {
      return true;
    }
    TypeDescription erased = type.asErasure();
    if (erased.getTypeName().equals(expected)) {
      return true;
    }
    for (TypeDefinition implemented : erased.getInterfaces()) {
      if (isSubtype(implemented, expected)) {
        return true;
      }
    }
    TypeDefinition above = erased.getSuperClass();
    return above != null && isSubtype(above, expected);
  }
}
