package io.rowcall.junit;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.AssertionFailedError;

/**
 * Makes each test a request {@code TEST io.acme.ShopTest.lists}, from the first line of its method
 * to the last, and fails it when its annotations are broken. A test that fails by itself is left
 * alone. Each invocation of a parameterized test and each dynamic test is one.
 *
 * <p>The annotations register it. For tests without any, which is what makes the agent's report
 * tell them apart, register it yourself, or switch JUnit's {@code
 * junit.jupiter.extensions.autodetection.enabled} on.
 */
public final class RowcallExtension implements InvocationInterceptor {
  /** Attaches the agent, if it is not there. */
  public RowcallExtension() {
    AgentBridge.attach();
  }

  @Override
  public void interceptTestMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> test,
      ExtensionContext context)
      throws Throwable {
    measure(invocation, context);
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> test,
      ExtensionContext context)
      throws Throwable {
    measure(invocation, context);
  }

  @Override
  public void interceptDynamicTest(
      Invocation<@Nullable Void> invocation,
      DynamicTestInvocationContext test,
      ExtensionContext context)
      throws Throwable {
    measure(invocation, ofFactory(context));
  }

  /** A dynamic test's own context tells neither class nor method. */
  private static ExtensionContext ofFactory(ExtensionContext dynamic) {
    ExtensionContext context = dynamic;
    while (context.getTestMethod().isEmpty() && context.getParent().isPresent()) {
      context = context.getParent().get();
    }
    return context;
  }

  private static void measure(Invocation<@Nullable Void> invocation, ExtensionContext context)
      throws Throwable {
    Class<?> type = context.getRequiredTestClass();
    Method method = context.getRequiredTestMethod();
    Recording trial =
        AgentBridge.begin(type.getName().replace('$', '.') + "." + method.getName(), false);
    if (trial == null) {
      invocation.proceed();
      return;
    }
    try {
      invocation.proceed();
    } catch (Throwable failure) {
      try {
        trial.end();
      } catch (IllegalStateException fault) {
        failure.addSuppressed(fault);
      }
      throw failure;
    }
    String broken = Expectations.of(type, method).brokenBy(trial.end());
    if (broken != null) {
      throw new AssertionFailedError(broken);
    }
  }
}
