package io.rowcall.core.weave.call;

import io.rowcall.boot.CallHooks;
import io.rowcall.boot.context.ThreadState;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Advice that the methods of all clients share. What a client calls itself is the same call. */
final class CallAdvice {
  private CallAdvice() {}

  static final class Start {
    private Start() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable ThreadState enter() {
      return CallHooks.beforeCall();
    }
  }
}
