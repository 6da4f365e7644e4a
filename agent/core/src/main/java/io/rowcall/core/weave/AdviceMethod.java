package io.rowcall.core.weave;

import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** Method of an advice class that is woven into the start or the end of other methods. */
final class AdviceMethod {
  final byte[] owner;
  final String name;
  final String descriptor;

  /** In an exit method: whether it also runs when the woven method throws. */
  final boolean onThrowable;

  final AdviceParameter[] parameters;
  final Type result;

  AdviceMethod(
      byte[] owner,
      String name,
      String descriptor,
      boolean onThrowable,
      AdviceParameter[] parameters) {
    this.owner = owner;
    this.name = name;
    this.descriptor = descriptor;
    this.onThrowable = onThrowable;
    this.parameters = parameters;
    this.result = Type.getReturnType(descriptor);
  }

  /** Passes the code of the method to a visitor, with expanded frames. */
  void accept(final MethodVisitor code) {
    new ClassReader(owner)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public @Nullable MethodVisitor visitMethod(
                  int access, String method, String type, String signature, String[] thrown) {
                return method.equals(name) && type.equals(descriptor) ? code : null;
              }
            },
            ClassReader.EXPAND_FRAMES | ClassReader.SKIP_DEBUG);
  }

  /** The parameter that has a local variable of the method. */
  @Nullable AdviceParameter parameterAt(int variable) {
    for (AdviceParameter parameter : parameters) {
      if (parameter.variable == variable) {
        return parameter;
      }
    }
    return null;
  }

  /** The number of local variables that the parameters have. */
  int parameterVariables() {
    return Type.getArgumentsAndReturnSizes(descriptor) / 4 - 1;
  }

  boolean uses(AdviceParameter.Source source) {
    for (AdviceParameter parameter : parameters) {
      if (parameter.source == source) {
        return true;
      }
    }
    return false;
  }
}
