package io.rowcall.cache;

import io.lettuce.core.RedisCommandInterruptedException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Waits for answers so that a server that has stopped answering costs one caller the timeout of its
 * command: all others give up after a short patience, or do not begin to wait. Thread-safe.
 */
final class RedisStallGuard {

  private final long patienceNanos;
  private final AtomicBoolean stalled = new AtomicBoolean();

  RedisStallGuard(Duration patience) {
    patienceNanos = patience.toNanos();
  }

  /**
   * Sends a command and returns its answer.
   *
   * @throws IllegalStateException if another caller is waiting for an answer that is late
   * @throws RedisException as Lettuce does, such as for the end of the command's timeout
   */
  <T> T await(Supplier<RedisFuture<T>> command) {
    if (stalled.get()) {
      throw late();
    }
    RedisFuture<T> answer = command.get();
    try {
      return answer.get(patienceNanos, TimeUnit.NANOSECONDS);
    } catch (TimeoutException impatient) {
      return awaitAlone(answer);
    } catch (ExecutionException failed) {
      throw unwrapped(failed);
    } catch (InterruptedException interrupted) {
      throw interrupted(interrupted);
    }
  }

  private <T> T awaitAlone(RedisFuture<T> answer) {
    if (!stalled.compareAndSet(false, true)) {
      throw late();
    }
    try {
      return answer.get();
    } catch (ExecutionException failed) {
      throw unwrapped(failed);
    } catch (InterruptedException interrupted) {
      throw interrupted(interrupted);
    } finally {
      stalled.set(false);
    }
  }

  /** Returns whether somebody is waiting for an answer that is late. */
  boolean isStalled() {
    return stalled.get();
  }

  private static LateAnswerException late() {
    return new LateAnswerException();
  }

  private static RuntimeException unwrapped(ExecutionException failed) {
    return failed.getCause() instanceof RuntimeException cause ? cause : new RedisException(failed);
  }

  private static RuntimeException interrupted(InterruptedException interrupted) {
    Thread.currentThread().interrupt();
    return new RedisCommandInterruptedException(interrupted);
  }

  /** Says that somebody else already finds out whether Redis still answers. */
  static final class LateAnswerException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    LateAnswerException() {
      super("Redis has stopped answering");
    }
  }
}
