package io.rowcall.core.weave.pool;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.rowcall.boot.state.ConnectionState;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;

/** Rules that most pools share. */
final class PoolRules {
  private PoolRules() {}

  /**
   * For a pool that is named after the place that creates it, and whose methods lend connections.
   */
  static void pool(Weaver type, ElementMatcher<? super MethodDescription> lending) {
    type.adviseConstructors(PoolAdvice.Create.class).advise(lending, PoolAdvice.Borrow.class);
  }

  /** For the outermost wrapper of a connection, which is closed to return it. */
  static void connection(Weaver type) {
    ElementMatcher.Junction<MethodDescription> close = named("close").and(takesArguments(0));
    type.addState(ConnectionState.class, close).advise(close, PoolAdvice.Close.class);
  }
}
