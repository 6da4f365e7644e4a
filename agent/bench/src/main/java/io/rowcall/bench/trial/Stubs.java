package io.rowcall.bench.trial;

import java.lang.invoke.MethodHandles;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.implementation.StubMethod;
import net.bytebuddy.matcher.ElementMatchers;

/** Completes abstract classes of this package: their abstract methods return null, 0 or false. */
final class Stubs {
  private Stubs() {}

  /** Defines a concrete subclass. Once per class. */
  static <T> Class<? extends T> complete(Class<T> type) {
    try (var completed =
        new ByteBuddy()
            .subclass(type)
            .name(type.getName() + "Stub")
            .method(ElementMatchers.isAbstract())
            .intercept(StubMethod.INSTANCE)
            .make()) {
      return completed
          .load(type.getClassLoader(), ClassLoadingStrategy.UsingLookup.of(MethodHandles.lookup()))
          .getLoaded();
    }
  }

  static <T> T instance(Class<T> completed) {
    try {
      return completed.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(completed.getName(), impossible);
    }
  }
}
