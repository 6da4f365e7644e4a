package io.rowcall.core.export;

import io.rowcall.format.Cache;
import io.rowcall.format.CallSite;
import io.rowcall.format.Endpoint;
import io.rowcall.format.EndpointStatement;
import io.rowcall.format.Finding;
import io.rowcall.format.Frame;
import io.rowcall.format.Parent;
import io.rowcall.format.Pool;
import io.rowcall.format.Report;
import io.rowcall.format.ReportWriter;
import io.rowcall.format.SlowQuery;
import io.rowcall.format.SlowRequest;
import io.rowcall.format.Statement;
import io.rowcall.format.StatementRef;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * Initializes every class that a report needs while there is memory: a class whose static
 * initializer runs out of memory stays broken. The agent's own classes come first, in the first
 * period of its thread. Jackson's would slow the application's start down, so they come right
 * before the first report: a report with one of everything is written and discarded.
 */
final class ReportWarmUp {
  /** Free heap that is needed; before a collection, less seems to be free than is. */
  private static final long MIN_FREE_BYTES = 8L * 1024 * 1024;

  /** Time to wait for it; a heap that never has as much free is small rather than full. */
  private static final long MAX_WAIT_NANOS = 30_000_000_000L;

  private final Runnable ownClasses;
  private final long startedAt = System.nanoTime();
  private boolean initialized;
  private boolean complete;

  ReportWarmUp(Runnable ownClasses) {
    this.ownClasses = ownClasses;
  }

  /** Initializes the agent's own classes, once there is enough memory. */
  void begin() {
    if (!initialized && hasRoom()) {
      ownClasses.run();
      initialized = true;
    }
  }

  /** Whether there is enough memory to write a report. */
  boolean hasRoom() {
    if (complete || System.nanoTime() - startedAt > MAX_WAIT_NANOS) {
      return true;
    }
    Runtime heap = Runtime.getRuntime();
    return heap.maxMemory() - heap.totalMemory() + heap.freeMemory() >= MIN_FREE_BYTES;
  }

  /** Initializes all other classes; after a failure, tries again when called again. */
  void complete() throws IOException {
    if (!complete) {
      ReportWriter.write(everything(), new ByteArrayOutputStream(16 * 1024));
      complete = true;
    }
  }

  private static Report everything() {
    StatementRef statement = new StatementRef();
    CallSite site = new CallSite();
    site.callers.add(new Frame());
    Finding finding = new Finding();
    finding.statement = statement;
    finding.callSite = site;
    finding.parent = new Parent();
    finding.parent.statement = statement;
    finding.parent.callSite = site;
    finding.evidence.add("");
    Endpoint endpoint = new Endpoint();
    endpoint.statements.add(new EndpointStatement());
    Statement executed = new Statement();
    executed.tables.add("");
    executed.endpoints.add("");
    SlowQuery query = new SlowQuery();
    query.statement = statement;
    query.callSite = site;
    Report report = new Report();
    report.findings.add(finding);
    report.endpoints.add(endpoint);
    report.statements.add(executed);
    report.caches.add(new Cache());
    report.pools.add(new Pool());
    report.slowQueries.add(query);
    report.slowRequests.add(new SlowRequest());
    return report;
  }
}
