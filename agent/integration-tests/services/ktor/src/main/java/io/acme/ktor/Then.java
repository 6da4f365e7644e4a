package io.acme.ktor;

import java.util.function.Function;
import kotlin.Result;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.CoroutineContext;
import kotlin.coroutines.intrinsics.IntrinsicsKt;

/** Continuation that maps a result before it passes it on. */
final class Then<T, R> implements Continuation<T> {
  private final Continuation<? super R> next;
  private final Function<Object, Object> mapping;

  private Then(Continuation<? super R> next, Function<Object, Object> mapping) {
    this.next = next;
    this.mapping = mapping;
  }

  static <T, R> Continuation<T> of(Continuation<? super R> next, Function<Object, Object> mapping) {
    return new Then<T, R>(next, mapping);
  }

  /** Maps a result that did not suspend. */
  static Object map(Object result, Function<Object, Object> mapping) {
    return result == IntrinsicsKt.getCOROUTINE_SUSPENDED() ? result : mapping.apply(result);
  }

  @Override
  public CoroutineContext getContext() {
    return next.getContext();
  }

  @Override
  public void resumeWith(Object result) {
    next.resumeWith(result instanceof Result.Failure ? result : mapping.apply(result));
  }
}
