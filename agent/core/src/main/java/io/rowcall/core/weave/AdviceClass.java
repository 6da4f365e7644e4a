package io.rowcall.core.weave;

import io.rowcall.core.weave.AdviceParameter.Source;
import java.util.Arrays;
import java.util.List;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * Advice as its class file has it. Advice is written with the annotations of Byte Buddy's {@code
 * Advice}, but read and woven by this package: it resolves no types, and nothing of {@code Advice}
 * is loaded while an application starts (figures in agent/RATIONALE.md). What the advice of this
 * agent does not need is not supported: it must suppress {@code Throwable}, may assign to arguments
 * in enter methods and to the result in exit methods only, and neither skips nor repeats methods.
 */
final class AdviceClass {
  final @Nullable AdviceMethod enter;
  final @Nullable AdviceMethod exit;

  private AdviceClass(Methods methods) {
    enter = methods.enter;
    exit = methods.exit;
  }

  static AdviceClass read(byte[] bytes) {
    Methods methods = new Methods(bytes);
    new ClassReader(bytes).accept(methods, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return new AdviceClass(methods);
  }

  private static final class Methods extends ClassVisitor {
    private final byte[] bytes;
    @Nullable AdviceMethod enter;
    @Nullable AdviceMethod exit;

    Methods(byte[] bytes) {
      super(Opcodes.ASM9);
      this.bytes = bytes;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] thrown) {
      return new Method(this, name, descriptor);
    }
  }

  /** Reads the annotations of a method, and of its parameters. */
  private static final class Method extends MethodVisitor {
    /** Names, so that {@code Advice} itself is not loaded. */
    private static final String ADVICE = "Lnet/bytebuddy/asm/Advice$";

    /** The annotations that say more in their value. */
    private static final List<String> NAMED =
        Arrays.asList("Argument", "FieldValue", "Origin", "Local");

    private static final String ENTER = ADVICE + "OnMethodEnter;";
    private static final String EXIT = ADVICE + "OnMethodExit;";
    private static final String DIALECT = Type.getDescriptor(Weaver.DriverDialect.class);

    private final Methods target;
    private final String name;
    private final String descriptor;
    private final Type[] types;
    private final AdviceParameter[] parameters;
    private boolean enters;
    private boolean exits;
    private boolean onThrowable;

    Method(Methods target, String name, String descriptor) {
      super(Opcodes.ASM9);
      this.target = target;
      this.name = name;
      this.descriptor = descriptor;
      types = Type.getArgumentTypes(descriptor);
      parameters = new AdviceParameter[types.length];
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
      enters |= annotation.equals(ENTER);
      exits |= annotation.equals(EXIT);
      if (!annotation.equals(EXIT)) {
        return null;
      }
      return new AnnotationVisitor(Opcodes.ASM9) {
        @Override
        public void visit(String property, Object value) {
          onThrowable |= property.equals("onThrowable");
        }
      };
    }

    @Override
    public @Nullable AnnotationVisitor visitParameterAnnotation(
        final int index, String annotation, boolean visible) {
      if (annotation.equals(DIALECT)) {
        set(index, Source.DIALECT, 0, "");
        return null;
      }
      if (!annotation.startsWith(ADVICE)) {
        return null;
      }
      final String kind = annotation.substring(ADVICE.length(), annotation.length() - 1);
      if (NAMED.contains(kind)) {
        return new AnnotationVisitor(Opcodes.ASM9) {
          @Override
          public void visit(String property, Object value) {
            if (property.equals("value") && value instanceof Integer) {
              set(index, Source.ARGUMENT, (Integer) value, "");
            } else if (property.equals("value")) {
              set(index, named(kind), 0, value.toString());
            }
          }
        };
      }
      set(index, source(kind), 0, "");
      return null;
    }

    private static Source named(String kind) {
      return kind.equals("Origin")
          ? Source.ORIGIN
          : kind.equals("Local") ? Source.LOCAL : Source.FIELD;
    }

    private static Source source(String kind) {
      switch (kind) {
        case "This":
          return Source.THIS;
        case "Enter":
          return Source.ENTER;
        case "Return":
          return Source.RETURN;
        case "Thrown":
          return Source.THROWN;
        default:
          throw new IllegalStateException("unsupported: @Advice." + kind);
      }
    }

    private void set(int index, Source source, int argument, String text) {
      int variable = 0;
      for (int i = 0; i < index; i++) {
        variable += types[i].getSize();
      }
      parameters[index] = new AdviceParameter(source, types[index], variable, argument, text);
    }

    @Override
    public void visitEnd() {
      if (!enters && !exits) {
        return;
      }
      for (AdviceParameter parameter : parameters) {
        if (parameter == null) {
          throw new IllegalStateException("a parameter of " + name + " is bound to nothing");
        }
      }
      AdviceMethod method =
          new AdviceMethod(target.bytes, name, descriptor, onThrowable, parameters);
      if (enters) {
        target.enter = method;
      } else {
        target.exit = method;
      }
    }
  }
}
