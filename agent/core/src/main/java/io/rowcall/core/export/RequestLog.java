package io.rowcall.core.export;

import io.rowcall.boot.request.Request;
import io.rowcall.core.config.Config;
import io.rowcall.core.config.Setting;
import io.rowcall.core.findings.TraceId;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Request log: one JSON line per request, when configured. */
final class RequestLog {
  private final AgentLog messages;
  private final @Nullable JsonLinesWriter lines;
  private boolean failing;

  RequestLog(Config config, AgentLog messages) {
    this.messages = messages;
    String file = config.text(Setting.LOG_REQUESTS);
    lines = file.isEmpty() ? null : new JsonLinesWriter(file);
  }

  void add(Request request, String endpoint) {
    if (lines == null || request.unattributed || request.late) {
      return;
    }
    lines.add(
        new JsonLine()
            .put("timestamp", UtcTime.iso(request.startMillis))
            .put("requestId", requestId())
            .put("endpoint", endpoint)
            .put("method", request.method)
            .put("responseTime", (request.endNanos - request.startNanos) / 1_000 / 1e3)
            .put("statusCode", request.status)
            .put("cacheHit", request.cacheLookups.hits() > 0 && request.cacheLookups.misses() == 0)
            .put("queryCount", request.log.executions())
            .put("userId", request.user)
            .putIfKnown("traceId", TraceId.of(request)));
  }

  /** A random UUID without the lock of a secure generator. */
  static String requestId() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    long high = (random.nextLong() & 0xFFFFFFFFFFFF0FFFL) | 0x4000L;
    long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(high, low).toString();
  }

  /** Lines dropped because the queue was full. */
  long dropped() {
    return lines == null ? 0 : lines.dropped();
  }

  void flush() {
    if (lines == null) {
      return;
    }
    try {
      lines.flush();
      failing = false;
    } catch (IOException | RuntimeException | Error notWritten) {
      if (!failing) {
        failing = true;
        messages.cannotWrite(
            "request log",
            lines.toString(),
            notWritten,
            "log.requests=<a file that can be written>");
      }
    }
  }
}
