package io.rowcall.sample.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SlidingWindowTest {

  private final AtomicLong clock = new AtomicLong();

  @Test
  void allowsNoDoubleBurstAcrossTheBoundaryOfAnHour() {
    var limiter = new SlidingWindow(100, clock::get);
    limiter.tryAcquire("u");
    pass(Duration.ofMinutes(59));
    int allowed = 1;
    for (int i = 0; i < 200; i++) {
      allowed += limiter.tryAcquire("u").allowed() ? 1 : 0;
    }
    assertEquals(100, allowed);
    pass(Duration.ofMinutes(2));
    for (int i = 0; i < 200; i++) {
      allowed += limiter.tryAcquire("u").allowed() ? 1 : 0;
    }
    assertTrue(allowed <= 102, "within little more than an hour: " + allowed);
  }

  @Test
  void allowsARequestAfterTheAnnouncedTime() {
    var limiter = new SlidingWindow(5, clock::get);
    for (int i = 0; i < 5; i++) {
      assertEquals(4 - i, limiter.tryAcquire("u").remaining());
    }
    RateLimiter.Decision refused = limiter.tryAcquire("u");
    assertFalse(refused.allowed());
    pass(Duration.ofSeconds(refused.retryAfterSeconds()));
    assertTrue(limiter.tryAcquire("u").allowed());
    pass(Duration.ofHours(2));
    assertEquals(4, limiter.tryAcquire("u").remaining());
  }

  @Test
  void separatesUsers() {
    var limiter = new SlidingWindow(1, clock::get);
    assertTrue(limiter.tryAcquire("u").allowed());
    assertTrue(limiter.tryAcquire("v").allowed());
    assertFalse(limiter.tryAcquire("u").allowed());
  }

  @Test
  void keepsOneCounterPerUser() {
    var limiter = new SlidingWindow(1_000_000, clock::get);
    for (int i = 0; i < 100_000; i++) {
      limiter.tryAcquire("u");
    }
    assertEquals(1, limiter.trackedUsers());
    pass(Duration.ofHours(3));
    assertEquals(0, limiter.trackedUsers());
  }

  private void pass(Duration time) {
    clock.addAndGet(time.toNanos());
  }
}
