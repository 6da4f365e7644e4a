package io.rowcall.core.weave.route;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import com.opensymphony.xwork2.ActionProxy;
import com.opensymphony.xwork2.config.entities.ActionConfig;
import io.rowcall.boot.RouteHooks;
import io.rowcall.core.library.Library;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Names endpoints after the action that Struts 2 (2.5, 6) executes, with its wildcards. */
public final class StrutsInstrumentation implements Instrumentation {

  @Override
  public Library library() {
    return Library.framework("com.opensymphony.xwork2.", "org.apache.struts2.");
  }

  @Override
  public Candidates candidates() {
    return Candidates.named("com/opensymphony/xwork2/DefaultActionProxy");
  }

  @Override
  public void weave(Weaver type) {
    type.advise(named("prepare").and(takesArguments(0)), Prepare.class);
  }

  static final class Prepare {
    private Prepare() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This ActionProxy proxy) {
      @Nullable ActionConfig action = proxy.getConfig();
      if (action != null) {
        RouteHooks.setRouteBelowContext(proxy.getNamespace(), action.getName());
      }
    }
  }
}
