package io.rowcall.core.weave;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Passes each method of a class through the rules that match it; frames have to be expanded. */
final class WovenMethods extends ClassVisitor {
  private static final int FIRST_WITH_FRAMES = Opcodes.V1_6;

  private final TypeDescription type;
  private final List<MethodRule> rules;
  private final int dialect;
  private final Map<String, MethodDescription> methods = new HashMap<String, MethodDescription>();
  private boolean hasFrames;

  WovenMethods(TypeDescription type, List<MethodRule> rules, int dialect, ClassVisitor next) {
    super(Opcodes.ASM9, next);
    this.type = type;
    this.rules = rules;
    this.dialect = dialect;
    for (MethodDescription method : type.getDeclaredMethods()) {
      methods.put(method.getInternalName() + method.getDescriptor(), method);
    }
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      String signature,
      String superName,
      String[] interfaces) {
    hasFrames = (version & 0xffff) >= FIRST_WITH_FRAMES;
    super.visit(version, access, name, signature, superName, interfaces);
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    MethodVisitor code = super.visitMethod(access, name, descriptor, signature, exceptions);
    MethodDescription method = methods.get(name + descriptor);
    if (code == null || method == null || method.isAbstract() || method.isNative()) {
      return code;
    }
    for (MethodRule rule : rules) {
      if (rule.methods.matches(method)) {
        code = rule.rewriter(type, dialect, hasFrames).rewrite(method, code);
      }
    }
    return code;
  }
}
