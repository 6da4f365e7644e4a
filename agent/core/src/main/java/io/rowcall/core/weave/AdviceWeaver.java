package io.rowcall.core.weave;

import io.rowcall.boot.request.Engine;
import io.rowcall.core.weave.AdviceParameter.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.bytebuddy.description.field.FieldDescription;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDefinition;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
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
 * <p>Local variables of the woven method, in this order: its arguments, where they are; what the
 * advice needs at the end: the result of the enter advice, copies of {@code this} and of arguments,
 * because the body may assign to them, the result, and what was thrown; then those of the body.
 * Frames are translated, not computed, because that would load classes. They have to be expanded.
 */
final class AdviceWeaver extends MethodVisitor {
  private static final String THROWABLE = "java/lang/Throwable";
  private static final String ENGINE = Type.getInternalName(Engine.class);
  private static final Object[] NOTHING = {};
  private static final Object[] THROWN = {THROWABLE};

  private final @Nullable AdviceMethod enter;
  private final @Nullable AdviceMethod exit;
  private final TypeDefinition owner;
  private final int dialect;

  /** Whether class files of this version have frames. */
  private final boolean hasFrames;

  private final boolean isStatic;
  private final boolean isConstructor;
  private final Type[] arguments;
  private final Type result;

  /** The first local variable that is not an argument. */
  private final int afterArguments;

  private final int enterVariable;
  private final int thisCopy;
  private final int[] argumentCopies;
  private final int resultVariable;
  private final int thrownVariable;

  /** The first local variable of the body that is not an argument. */
  private final int bodyVariable;

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
    this.dialect = dialect;
    this.hasFrames = hasFrames;
    isStatic = method.isStatic();
    isConstructor = method.isConstructor();
    arguments = Type.getArgumentTypes(method.getDescriptor());
    result = Type.getReturnType(method.getDescriptor());
    int variable = variableOf(arguments.length);
    afterArguments = variable;
    enterVariable = variable;
    variable += exit == null || enter == null ? 0 : enter.result.getSize();
    thisCopy = variable;
    variable += copiesThis() ? 1 : 0;
    argumentCopies = new int[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      argumentCopies[i] = variable;
      variable += isCopied(i) ? arguments[i].getSize() : 0;
    }
    resultVariable = variable;
    variable += exit == null ? 0 : result.getSize();
    thrownVariable = variable;
    variable += catches() ? 1 : 0;
    bodyVariable = variable;
  }

  private boolean catches() {
    return exit != null && exit.onThrowable;
  }

  /** Before a constructor has called another, {@code this} cannot be copied. */
  private boolean copiesThis() {
    return exit != null && !isConstructor && (exit.uses(Source.THIS) || exit.uses(Source.FIELD));
  }

  private boolean isCopied(int argument) {
    if (exit != null) {
      for (AdviceParameter parameter : exit.parameters) {
        if (parameter.source == Source.ARGUMENT && parameter.argument == argument) {
          return true;
        }
      }
    }
    return false;
  }

  private int variableOf(int argument) {
    int variable = isStatic ? 0 : 1;
    for (int i = 0; i < argument; i++) {
      variable += arguments[i].getSize();
    }
    return variable;
  }

  // ---- Enter ----

  @Override
  public void visitCode() {
    super.visitCode();
    if (enter != null) {
      inline(enter, declared(), enterVariable);
      super.visitInsn(Opcodes.NOP); // The body may start with a frame.
    }
    if (copiesThis()) {
      super.visitVarInsn(Opcodes.ALOAD, 0);
      super.visitVarInsn(Opcodes.ASTORE, thisCopy);
    }
    for (int i = 0; i < arguments.length; i++) {
      if (isCopied(i)) {
        super.visitVarInsn(arguments[i].getOpcode(Opcodes.ILOAD), variableOf(i));
        super.visitVarInsn(arguments[i].getOpcode(Opcodes.ISTORE), argumentCopies[i]);
      }
    }
    super.visitLabel(bodyStart);
  }

  /**
   * Inlines advice, and what counts its failures.
   *
   * @param before entries of the frame before and while it runs
   * @param resultVariable receives its result, whatever happens
   */
  private void inline(AdviceMethod advice, Object[] before, int resultVariable) {
    Label start = new Label();
    Label handler = new Label();
    Label end = new Label();
    super.visitLabel(start);
    AdviceInliner inliner =
        new AdviceInliner(advice, this, mv, end, before, bodyVariable, resultVariable);
    advice.accept(inliner);
    maxStack = Math.max(maxStack, inliner.maxStack());
    ownVariables =
        Math.max(ownVariables, Math.max(inliner.ownVariables(), advice.result.getSize()));
    super.visitLabel(handler);
    super.visitTryCatchBlock(start, handler, handler, THROWABLE);
    frame(before, 1, THROWN);
    super.visitMethodInsn(
        Opcodes.INVOKESTATIC, ENGINE, "suppress", "(Ljava/lang/Throwable;)V", false);
    Object[] after = before;
    if (advice.result.getSort() != Type.VOID) {
      initialize(advice.result, resultVariable);
      if (exit != null) {
        Object[] entry = {AdviceFrames.entry(advice.result)};
        after = AdviceFrames.join(before, enterVariable, entry, 0, 1);
      }
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
    super.visitVarInsn(opcode, moved(variable));
  }

  @Override
  public void visitIincInsn(int variable, int increment) {
    super.visitIincInsn(moved(variable), increment);
  }

  @Override
  public void visitLocalVariable(
      String name, String descriptor, String signature, Label start, Label end, int variable) {
    super.visitLocalVariable(name, descriptor, signature, start, end, moved(variable));
  }

  @Override
  public net.bytebuddy.jar.asm.@Nullable AnnotationVisitor visitLocalVariableAnnotation(
      int reference,
      net.bytebuddy.jar.asm.TypePath path,
      Label[] start,
      Label[] end,
      int[] variables,
      String descriptor,
      boolean visible) {
    int[] all = variables.clone();
    for (int i = 0; i < all.length; i++) {
      all[i] = moved(all[i]);
    }
    return super.visitLocalVariableAnnotation(
        reference, path, start, end, all, descriptor, visible);
  }

  private int moved(int variable) {
    return variable < afterArguments ? variable : variable - afterArguments + bodyVariable;
  }

  @Override
  public void visitInsn(int opcode) {
    if (exit == null || opcode < Opcodes.IRETURN || opcode > Opcodes.RETURN) {
      super.visitInsn(opcode);
      return;
    }
    if (opcode != Opcodes.RETURN) {
      super.visitVarInsn(result.getOpcode(Opcodes.ISTORE), resultVariable);
    }
    super.visitJumpInsn(Opcodes.GOTO, returned);
  }

  @Override
  public void visitFrame(
      int type, int localCount, Object[] locals, int stackCount, Object[] stack) {
    if (bodyVariable == afterArguments) {
      super.visitFrame(type, localCount, locals, stackCount, stack);
      return;
    }
    int first = 0;
    for (int variables = 0; variables < afterArguments && first < localCount; first++) {
      variables += AdviceFrames.size(locals[first]);
    }
    Object[] keeps = kept();
    Object[] kept =
        AdviceFrames.join(Arrays.copyOf(locals, first), afterArguments, keeps, 0, keeps.length);
    frame(AdviceFrames.join(kept, bodyVariable, locals, first, localCount), stackCount, stack);
  }

  /** Entries of what is kept for the end, before the body has ended. */
  private Object[] kept() {
    List<Object> kept = new ArrayList<Object>(4);
    if (exit != null && enter != null && enter.result.getSort() != Type.VOID) {
      kept.add(AdviceFrames.entry(enter.result));
    }
    if (copiesThis()) {
      kept.add(owner.asErasure().getInternalName());
    }
    for (int i = 0; i < arguments.length; i++) {
      if (isCopied(i)) {
        kept.add(AdviceFrames.entry(arguments[i]));
      }
    }
    return kept.toArray();
  }

  // ---- Exit ----

  @Override
  public void visitMaxs(int stack, int variables) {
    if (exit != null) {
      end(exit);
    }
    int body = Math.max(moved(variables), bodyVariable + ownVariables);
    super.visitMaxs(Math.max(stack, maxStack), body);
  }

  private void end(AdviceMethod advice) {
    boolean catches = catches();
    Object[] ended = endedFrame(true, catches);
    if (catches) {
      Label handler = new Label();
      Label exits = new Label();
      super.visitLabel(handler);
      super.visitTryCatchBlock(bodyStart, handler, handler, THROWABLE);
      frame(endedFrame(false, false), 1, THROWN);
      super.visitVarInsn(Opcodes.ASTORE, thrownVariable);
      if (result.getSort() != Type.VOID) {
        initialize(result, resultVariable);
      }
      super.visitJumpInsn(Opcodes.GOTO, exits);
      super.visitLabel(returned);
      frame(endedFrame(true, false), 0, NOTHING);
      super.visitInsn(Opcodes.ACONST_NULL);
      super.visitVarInsn(Opcodes.ASTORE, thrownVariable);
      super.visitLabel(exits);
    } else {
      super.visitLabel(returned);
    }
    frame(ended, 0, NOTHING);
    super.visitInsn(Opcodes.NOP);
    exiting = true;
    inline(advice, ended, -1);
    if (catches) {
      Label normal = new Label();
      super.visitVarInsn(Opcodes.ALOAD, thrownVariable);
      super.visitJumpInsn(Opcodes.IFNULL, normal);
      super.visitVarInsn(Opcodes.ALOAD, thrownVariable);
      super.visitInsn(Opcodes.ATHROW);
      super.visitLabel(normal);
      frame(ended, 0, NOTHING);
    }
    if (result.getSort() != Type.VOID) {
      super.visitVarInsn(result.getOpcode(Opcodes.ILOAD), resultVariable);
    }
    super.visitInsn(result.getOpcode(Opcodes.IRETURN));
  }

  // ---- Frames ----

  void frame(Object[] locals, int stackCount, Object[] stack) {
    if (hasFrames) {
      super.visitFrame(Opcodes.F_NEW, locals.length, locals, stackCount, stack);
    }
  }

  /** The frame at the start of the method. */
  private Object[] declared() {
    List<Object> declared = new ArrayList<Object>(arguments.length + 1);
    if (!isStatic) {
      declared.add(
          isConstructor ? Opcodes.UNINITIALIZED_THIS : owner.asErasure().getInternalName());
    }
    for (Type argument : arguments) {
      declared.add(AdviceFrames.entry(argument));
    }
    return declared.toArray();
  }

  /** A frame after the body, which may have assigned anything to its arguments. */
  private Object[] endedFrame(boolean hasResult, boolean hasThrown) {
    Object[] first = {isConstructor ? owner.asErasure().getInternalName() : Opcodes.TOP};
    Object[] kept = kept();
    List<Object> more = new ArrayList<Object>(Arrays.asList(kept));
    if (hasResult && result.getSort() != Type.VOID) {
      more.add(AdviceFrames.entry(result));
    }
    if (hasThrown) {
      more.add(THROWABLE);
    }
    return AdviceFrames.join(
        afterArguments == 0 ? NOTHING : first, afterArguments, more.toArray(), 0, more.size());
  }

  // ---- For the inliner ----

  /** Puts the value of a parameter of the advice on the stack. */
  void load(AdviceParameter parameter) {
    switch (parameter.source) {
      case THIS:
        super.visitVarInsn(Opcodes.ALOAD, thisVariable());
        break;
      case ARGUMENT:
        loadArgument(parameter);
        break;
      case FIELD:
        loadField(parameter);
        break;
      case ENTER:
        super.visitVarInsn(parameter.type.getOpcode(Opcodes.ILOAD), enterVariable);
        break;
      case RETURN:
        super.visitVarInsn(result.getOpcode(Opcodes.ILOAD), resultVariable);
        AdviceInliner.convert(mv, result, parameter.type);
        break;
      case THROWN:
        super.visitVarInsn(Opcodes.ALOAD, thrownVariable);
        break;
      case DIALECT:
        super.visitIntInsn(Opcodes.BIPUSH, dialect);
        break;
    }
  }

  private int thisVariable() {
    return exiting && copiesThis() ? thisCopy : 0;
  }

  private void loadArgument(AdviceParameter parameter) {
    Type type = argument(parameter);
    int variable = exiting ? argumentCopies[parameter.argument] : variableOf(parameter.argument);
    super.visitVarInsn(type.getOpcode(Opcodes.ILOAD), variable);
    AdviceInliner.convert(mv, type, parameter.type);
  }

  /** Assigns the value on the stack to an argument of the woven method. */
  void storeArgument(AdviceParameter parameter) {
    if (exiting || parameter.source != Source.ARGUMENT) {
      throw new IllegalStateException("advice must not assign to a parameter");
    }
    Type type = argument(parameter);
    if (!type.equals(parameter.type)) {
      throw new IllegalStateException("advice assigns " + parameter.type + " to " + type);
    }
    super.visitVarInsn(type.getOpcode(Opcodes.ISTORE), variableOf(parameter.argument));
  }

  private Type argument(AdviceParameter parameter) {
    if (parameter.argument >= arguments.length) {
      throw new IllegalStateException("no argument " + parameter.argument);
    }
    return arguments[parameter.argument];
  }

  private void loadField(AdviceParameter parameter) {
    for (TypeDefinition type = owner; type != null; type = type.getSuperClass()) {
      for (FieldDescription field : type.getDeclaredFields()) {
        if (field.getName().equals(parameter.field)) {
          if (!field.isStatic()) {
            super.visitVarInsn(Opcodes.ALOAD, thisVariable());
          }
          super.visitFieldInsn(
              field.isStatic() ? Opcodes.GETSTATIC : Opcodes.GETFIELD,
              type.asErasure().getInternalName(),
              field.getName(),
              field.getDescriptor());
          AdviceInliner.convert(mv, Type.getType(field.getDescriptor()), parameter.type);
          return;
        }
      }
    }
    throw new IllegalStateException("no field " + parameter.field);
  }
}
