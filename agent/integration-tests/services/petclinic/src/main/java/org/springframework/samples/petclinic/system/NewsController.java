package org.springframework.samples.petclinic.system;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Long-lived responses, and one that blocks its thread. */
@RestController
class NewsController {
  private static final long FOR_EVER = -1;

  private final Queue<SseEmitter> listeners = new ConcurrentLinkedQueue<>();
  private final Queue<DeferredResult<String>> waiting = new ConcurrentLinkedQueue<>();

  @GetMapping("/news/stream")
  SseEmitter stream() {
    SseEmitter emitter = new SseEmitter(FOR_EVER);
    listeners.add(emitter);
    return emitter;
  }

  @GetMapping("/news/next")
  DeferredResult<String> next() {
    DeferredResult<String> result = new DeferredResult<>(FOR_EVER);
    waiting.add(result);
    return result;
  }

  @GetMapping("/news/waiting")
  int waiting() {
    return listeners.size() + waiting.size();
  }

  @GetMapping("/news/publish")
  String publish() throws IOException {
    for (SseEmitter emitter; (emitter = listeners.poll()) != null; ) {
      emitter.send("news");
      emitter.complete();
    }
    for (DeferredResult<String> result; (result = waiting.poll()) != null; ) {
      result.setResult("news");
    }
    return "published";
  }

  @GetMapping("/news/archive")
  String archive() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
    while (System.nanoTime() - end < 0) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
    return "old news";
  }
}
