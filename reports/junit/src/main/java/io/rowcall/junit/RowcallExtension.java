package io.rowcall.junit;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.AssertionFailedError;

/**
 * JUnit extension that records each test as a request {@code TEST io.acme.ShopTest.lists} and fails
 * it if it violates its annotations. A test that fails by itself keeps its own failure. Each
 * invocation of a parameterized test and each dynamic test is a request of its own.
 *
 * <p>The annotations register the extension. To record tests without annotations, so that the
 * agent's report lists them, register it explicitly or enable {@code
 * junit.jupiter.extensions.autodetection.enabled}.
 */
public final class RowcallExtension implements InvocationInterceptor {
  /** Attaches the agent if necessary. */
  public RowcallExtension() {
    AgentBridge.attach();
  }

  @Override
  public void interceptTestMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> test,
      ExtensionContext context)
      throws Throwable {
    record(invocation, context);
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> test,
      ExtensionContext context)
      throws Throwable {
    record(invocation, context);
  }

  @Override
  public void interceptDynamicTest(
      Invocation<@Nullable Void> invocation,
      DynamicTestInvocationContext test,
      ExtensionContext context)
      throws Throwable {
    record(invocation, testFactoryContext(context));
  }

  /** The context of a dynamic test has neither class nor method; the one of its factory does. */
  private static ExtensionContext testFactoryContext(ExtensionContext dynamic) {
    ExtensionContext context = dynamic;
    while (context.getTestMethod().isEmpty() && context.getParent().isPresent()) {
      context = context.getParent().get();
    }
    return context;
  }

  private static void record(Invocation<@Nullable Void> invocation, ExtensionContext context)
      throws Throwable {
    Class<?> type = context.getRequiredTestClass();
    Method method = context.getRequiredTestMethod();
    Recording recording =
        AgentBridge.start(type.getName().replace('$', '.') + "." + method.getName(), false);
    if (recording == null) {
      invocation.proceed();
      return;
    }
    try {
      invocation.proceed();
    } catch (Throwable failure) {
      try {
        recording.end();
      } catch (IllegalStateException agentFailure) {
        failure.addSuppressed(agentFailure);
      }
      throw failure;
    }
    String violation = Expectations.of(type, method).check(recording.end());
    if (violation != null) {
      throw new AssertionFailedError(violation);
    }
  }
}
