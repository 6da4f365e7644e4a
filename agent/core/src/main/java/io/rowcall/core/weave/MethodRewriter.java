package io.rowcall.core.weave;

import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.jar.asm.MethodVisitor;

/** Changes the code of methods. */
interface MethodRewriter {
  /**
   * The visitor through which the code of a method passes.
   *
   * @param method neither abstract nor native
   * @param next receives the changed code
   */
  MethodVisitor rewrite(MethodDescription method, MethodVisitor next);
}
