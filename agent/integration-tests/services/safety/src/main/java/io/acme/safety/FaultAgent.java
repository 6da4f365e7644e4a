package io.acme.safety;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.concurrent.ThreadLocalRandom;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.matcher.ElementMatchers;

/**
 * Agent that makes methods of other agents throw, every third time on average. Its argument lists
 * them as {@code package.Class#method;…}. {@code clock} makes Rowcall's clock go back at every
 * reading instead; {@code garbage} destroys the result sets of H2 when they are retransformed.
 */
public final class FaultAgent {
  private FaultAgent() {}

  /** Called by the JVM. */
  public static void premain(String argument, Instrumentation instrumentation) throws Exception {
    if (argument.equals("garbage")) {
      instrumentation.addTransformer(new Garbage(), true);
      return;
    }
    AgentBuilder builder =
        new AgentBuilder.Default()
            .disableClassFormatChanges()
            .ignore(ElementMatchers.none())
            .with(AgentBuilder.Listener.StreamWriting.toSystemOut().withErrorsOnly());
    if (argument.equals("clock")) {
      AsmVisitorWrapper clock =
          new AsmVisitorWrapper.ForDeclaredMethods()
              .writerFlags(ClassWriter.COMPUTE_MAXS)
              .method(
                  ElementMatchers.any(),
                  (type, method, visitor, context, pool, writerFlags, readerFlags) ->
                      new BackwardClock(visitor));
      builder
          .type(
              ElementMatchers.nameStartsWith("io.rowcall.")
                  .or(ElementMatchers.nameStartsWith("java.lang.Rowcall")))
          .transform((made, type, loader, module, domain) -> made.visit(clock))
          .installOn(instrumentation);
      return;
    }
    for (String target : argument.split(";")) {
      int hash = target.indexOf('#');
      AsmVisitorWrapper fault =
          Advice.to(Fault.class).on(ElementMatchers.named(target.substring(hash + 1)));
      builder
          .type(ElementMatchers.named(target.substring(0, hash)))
          .transform((made, type, loader, module, domain) -> made.visit(fault))
          .installOn(instrumentation);
    }
  }

  /** Inlined into the method. */
  static final class Fault {
    private Fault() {}

    @Advice.OnMethodEnter
    static void enter() {
      if (ThreadLocalRandom.current().nextInt(3) == 0) {
        throw new IllegalStateException("injected");
      }
    }
  }

  /** Subtracts up to 18 hours from each reading of the wall clock, another time at each. */
  private static final class BackwardClock extends MethodVisitor {
    private static final long MAX_MILLIS = 0x3ff_ffffL;

    BackwardClock(MethodVisitor visitor) {
      super(Opcodes.ASM9, visitor);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      if (owner.equals("java/lang/System") && name.equals("currentTimeMillis")) {
        super.visitMethodInsn(Opcodes.INVOKESTATIC, owner, "nanoTime", "()J", false);
        super.visitLdcInsn(MAX_MILLIS);
        super.visitInsn(Opcodes.LAND);
        super.visitInsn(Opcodes.LSUB);
      }
    }
  }

  /** Bytes that are no class file, for a class that was loaded before. */
  private static final class Garbage implements ClassFileTransformer {
    @Override
    public byte[] transform(
        ClassLoader loader, String name, Class<?> loaded, ProtectionDomain domain, byte[] bytes) {
      return loaded != null && name.equals("org/h2/jdbc/JdbcResultSet")
          ? new byte[] {1, 2, 3}
          : null;
    }
  }
}
