package io.rowcall.core.weave.orm;

import static net.bytebuddy.matcher.ElementMatchers.named;

import io.rowcall.boot.LazyLoad;
import io.rowcall.core.callsite.Orm;
import io.rowcall.core.library.Library;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Records lazy loads of Hibernate, from 5.2 on: the property whose collection is loaded, or the
 * entity whose proxy is. When a serializer or a template walks an association, neither is on the
 * stack.
 */
public final class HibernateLazyLoadInstrumentation implements Instrumentation {
  private static final String PROXY = "org/hibernate/proxy/AbstractLazyInitializer";
  private static final String COLLECTION =
      "org/hibernate/collection/spi/AbstractPersistentCollection";
  private static final String OLDER_COLLECTION =
      "org/hibernate/collection/internal/AbstractPersistentCollection";

  @Override
  public Library library() {
    return Library.orm(Orm.HIBERNATE, "org.hibernate.")
        .withCaches("hibernate")
        .loadsLazilyIn(
            "org.hibernate.bytecode.enhance.", "org.hibernate.collection.", "org.hibernate.proxy.");
  }

  @Override
  public Candidates candidates() {
    return Candidates.named(PROXY, COLLECTION, OLDER_COLLECTION);
  }

  @Override
  public void weave(Weaver type) {
    type.in(PROXY).advise(named("initialize"), InitializeProxy.class);
    type.in(COLLECTION, OLDER_COLLECTION).advise(named("initialize"), InitializeCollection.class);
  }

  static final class InitializeCollection {
    private InitializeCollection() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable String enter(
        @Advice.FieldValue("initialized") boolean initialized,
        @Advice.FieldValue("role") @Nullable String role) {
      return LazyLoad.begin(initialized, role);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable String previous) {
      LazyLoad.end(previous);
    }
  }

  static final class InitializeProxy {
    private InitializeProxy() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable String enter(
        @Advice.FieldValue("initialized") boolean initialized,
        @Advice.FieldValue("entityName") @Nullable String entity) {
      return LazyLoad.begin(initialized, entity);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable String previous) {
      LazyLoad.end(previous);
    }
  }
}
