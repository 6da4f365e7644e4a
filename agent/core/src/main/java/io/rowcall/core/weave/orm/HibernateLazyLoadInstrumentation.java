package io.rowcall.core.weave.orm;

import io.rowcall.boot.LazyLoad;
import io.rowcall.core.weave.Candidates;
import io.rowcall.core.weave.Instrumentation;
import io.rowcall.core.weave.Weaver;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * The property whose collection Hibernate loads because it was touched, and the entity whose proxy
 * was: a serializer or a template that walks an association leaves neither on the stack. From 5.2.
 */
public final class HibernateLazyLoadInstrumentation implements Instrumentation {
  @Override
  public Candidates candidates() {
    return Candidates.named(
        "org/hibernate/collection/internal/AbstractPersistentCollection",
        "org/hibernate/collection/spi/AbstractPersistentCollection",
        "org/hibernate/proxy/AbstractLazyInitializer");
  }

  @Override
  public void weave(Weaver type) {
    type.advise(
        type.isNamed("AbstractLazyInitializer") ? OfEntity.class : OfCollection.class,
        "initialize");
  }

  static final class OfCollection {
    private OfCollection() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable String enter(
        @Advice.FieldValue("initialized") boolean initialized,
        @Advice.FieldValue("role") @Nullable String role) {
      return LazyLoad.begin(initialized, role);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable String before) {
      LazyLoad.end(before);
    }
  }

  static final class OfEntity {
    private OfEntity() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable String enter(
        @Advice.FieldValue("initialized") boolean initialized,
        @Advice.FieldValue("entityName") @Nullable String entity) {
      return LazyLoad.begin(initialized, entity);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable String before) {
      LazyLoad.end(before);
    }
  }
}
