package io.rowcall.core.weave;

import io.rowcall.core.weave.AdviceParameter.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDefinition;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * Local variables of a woven method, in this order: its arguments, where they are; local variables
 * that the advice shares between start and end; what it needs at the end: the result of the enter
 * advice, copies of {@code this} and of arguments, because the body may assign to them, the result,
 * and what was thrown; then those of the body. And the frames that describe them.
 */
final class AdviceVariables {
  final Type[] arguments;

  /** The type that the method returns. */
  final Type returned;

  /** Receives the result of the enter advice. */
  final int enter;

  /** Receives the result of the method. */
  final int result;

  /** Receives what the method has thrown, or null. */
  final int thrown;

  /** The first variable of the body that is not an argument. */
  final int body;

  private final @Nullable AdviceMethod exit;
  private final String owner;
  private final boolean isStatic;
  private final boolean isConstructor;
  private final boolean keepsEnter;
  private final Type enterType;
  private final int afterArguments;
  private final List<AdviceParameter> locals = new ArrayList<AdviceParameter>(0);
  private final int thisCopy;
  private final int[] copies;

  AdviceVariables(
      @Nullable AdviceMethod enterAdvice,
      @Nullable AdviceMethod exitAdvice,
      TypeDefinition type,
      MethodDescription method) {
    exit = exitAdvice;
    owner = type.asErasure().getInternalName();
    isStatic = method.isStatic();
    isConstructor = method.isConstructor();
    arguments = Type.getArgumentTypes(method.getDescriptor());
    returned = Type.getReturnType(method.getDescriptor());
    enterType = enterAdvice == null ? Type.VOID_TYPE : enterAdvice.result;
    keepsEnter = exitAdvice != null && enterType.getSort() != Type.VOID;
    int variable = argument(arguments.length);
    afterArguments = variable;
    addLocals(enterAdvice);
    addLocals(exitAdvice);
    for (AdviceParameter local : locals) {
      variable += local.type.getSize();
    }
    enter = variable;
    variable += keepsEnter ? enterType.getSize() : 0;
    thisCopy = variable;
    variable += copiesThis() ? 1 : 0;
    copies = new int[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      copies[i] = variable;
      variable += isCopied(i) ? arguments[i].getSize() : 0;
    }
    result = variable;
    variable += exitAdvice == null ? 0 : returned.getSize();
    thrown = variable;
    variable += exitAdvice != null && exitAdvice.onThrowable ? 1 : 0;
    body = variable;
  }

  private void addLocals(@Nullable AdviceMethod advice) {
    if (advice != null) {
      for (AdviceParameter parameter : advice.parameters) {
        if (parameter.source == Source.LOCAL && indexOf(parameter) < 0) {
          locals.add(parameter);
        }
      }
    }
  }

  private int indexOf(AdviceParameter local) {
    for (int i = 0; i < locals.size(); i++) {
      if (locals.get(i).text.equals(local.text)) {
        return i;
      }
    }
    return -1;
  }

  /** The local variables that the advice shares between start and end. */
  List<AdviceParameter> locals() {
    return locals;
  }

  /** The variable of a shared local variable. */
  int local(AdviceParameter local) {
    int variable = afterArguments;
    for (int i = 0; i < indexOf(local); i++) {
      variable += locals.get(i).type.getSize();
    }
    return variable;
  }

  /** Whether {@code this} is copied: not before a constructor has called another. */
  boolean copiesThis() {
    return exit != null && !isConstructor && (exit.uses(Source.THIS) || exit.uses(Source.FIELD));
  }

  /** Whether an argument is copied, because the advice at the end reads it. */
  boolean isCopied(int argument) {
    if (exit != null) {
      for (AdviceParameter parameter : exit.parameters) {
        if (parameter.source == Source.ARGUMENT && parameter.argument == argument) {
          return true;
        }
      }
    }
    return false;
  }

  /** The variable of an argument. */
  int argument(int index) {
    int variable = isStatic ? 0 : 1;
    for (int i = 0; i < index; i++) {
      variable += arguments[i].getSize();
    }
    return variable;
  }

  int argumentCopy(int index) {
    return copies[index];
  }

  /** The variable that has {@code this} at the end. */
  int thisCopy() {
    return copiesThis() ? thisCopy : 0;
  }

  /** Where a variable of the body is now. */
  int moved(int variable) {
    return variable < afterArguments ? variable : variable - afterArguments + body;
  }

  // ---- Frames ----

  /** At the start of the method. */
  Object[] startFrame() {
    List<Object> declared = new ArrayList<Object>(arguments.length + 1);
    if (!isStatic) {
      declared.add(isConstructor ? Opcodes.UNINITIALIZED_THIS : owner);
    }
    for (Type argument : arguments) {
      declared.add(AdviceFrames.entry(argument));
    }
    addLocals(declared);
    return declared.toArray();
  }

  private void addLocals(List<Object> frame) {
    for (AdviceParameter local : locals) {
      frame.add(AdviceFrames.entry(local.type));
    }
  }

  /** At the start of the method, after the enter advice. */
  Object[] enteredFrame() {
    if (!keepsEnter) {
      return startFrame();
    }
    Object[] entered = {AdviceFrames.entry(enterType)};
    return AdviceFrames.join(startFrame(), enter, entered, 0, 1);
  }

  /** In the body. */
  Object[] bodyFrame(Object[] locals, int count) {
    int first = 0;
    for (int variables = 0; variables < afterArguments && first < count; first++) {
      variables += AdviceFrames.size(locals[first]);
    }
    Object[] kept = kept().toArray();
    Object[] before =
        AdviceFrames.join(Arrays.copyOf(locals, first), afterArguments, kept, 0, kept.length);
    return AdviceFrames.join(before, body, locals, first, count);
  }

  /** After the body, which may have assigned anything to its arguments. */
  Object[] endFrame(boolean hasResult, boolean hasThrown) {
    List<Object> kept = kept();
    if (hasResult && returned.getSort() != Type.VOID) {
      kept.add(AdviceFrames.entry(returned));
    }
    if (hasThrown) {
      kept.add("java/lang/Throwable");
    }
    Object[] first =
        isConstructor
            ? new Object[] {owner}
            : afterArguments == 0 ? new Object[0] : new Object[] {Opcodes.TOP};
    return AdviceFrames.join(first, afterArguments, kept.toArray(), 0, kept.size());
  }

  /** Entries of what is kept for the end, until the body has ended. */
  private List<Object> kept() {
    List<Object> kept = new ArrayList<Object>(4);
    addLocals(kept);
    if (keepsEnter) {
      kept.add(AdviceFrames.entry(enterType));
    }
    if (copiesThis()) {
      kept.add(owner);
    }
    for (int i = 0; i < arguments.length; i++) {
      if (isCopied(i)) {
        kept.add(AdviceFrames.entry(arguments[i]));
      }
    }
    return kept;
  }
}
