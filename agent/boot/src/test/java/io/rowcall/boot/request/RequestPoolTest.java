package io.rowcall.boot.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class RequestPoolTest {
  @Test
  void isLastInFirstOut() {
    var pool = new RequestPool();
    var first = new Request();
    var second = new Request();
    assertNull(pool.take());

    pool.give(first);
    pool.give(second);

    assertSame(second, pool.take());
    assertSame(first, pool.take());
    assertNull(pool.take());
  }

  @Test
  void isBounded() {
    var pool = new RequestPool();
    for (int i = 0; i < 1_100; i++) {
      pool.give(new Request());
    }

    int count = 0;
    while (pool.take() != null) {
      count++;
    }
    assertEquals(1_024, count);
  }

  @Test
  void lendsEachRequestToOneThreadAtATime() throws Exception {
    var pool = new RequestPool();
    Map<Request, AtomicInteger> owners =
        Collections.synchronizedMap(new IdentityHashMap<Request, AtomicInteger>());
    for (int i = 0; i < 8; i++) {
      var request = new Request();
      owners.put(request, new AtomicInteger());
      pool.give(request);
    }
    var taken = ConcurrentHashMap.<Integer>newKeySet();

    Threads.run(
        4,
        thread -> {
          for (int i = 0; i < 20_000; i++) {
            Request request = pool.take();
            if (request != null) {
              var owner = owners.get(request);
              assertNotNull(owner, "a request from nowhere");
              assertEquals(1, owner.incrementAndGet());
              request.status = thread; // Plain: published by the pool alone.
              assertEquals(thread, request.status);
              owner.decrementAndGet();
              pool.give(request);
              taken.add(thread);
            }
          }
        });

    var left = Collections.newSetFromMap(new IdentityHashMap<Request, Boolean>());
    for (Request request = pool.take(); request != null; request = pool.take()) {
      assertTrue(left.add(request), "in the pool twice");
    }
    assertEquals(owners.keySet(), left);
    assertFalse(taken.isEmpty());
  }
}
