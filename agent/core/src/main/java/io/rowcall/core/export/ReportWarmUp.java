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
import io.rowcall.format.ReportJson;
import io.rowcall.format.SlowQuery;
import io.rowcall.format.SlowRequest;
import io.rowcall.format.Statement;
import io.rowcall.format.StatementRef;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * Has every class initialized that a report may need, while there is room for it: one whose static
 * initializer fails for want of memory fails for ever. The agent's own come with the first turn of
 * its thread; Jackson's, which would be in the way of an application that starts, come right before
 * the first report, by writing one of everything to nowhere.
 */
final class ReportWarmUp {
  /** What the heap must have left; a collection that is due makes it look like less. */
  private static final long MIN_ROOM = 8L * 1024 * 1024;

  /** So long it is waited for; a heap that never has so much is not full, but small. */
  private static final long PATIENCE_NANOS = 30_000_000_000L;

  private final Runnable ownClasses;
  private final long begun = System.nanoTime();
  private boolean initialized;
  private boolean held;

  ReportWarmUp(Runnable ownClasses) {
    this.ownClasses = ownClasses;
  }

  /** The agent's own classes; does nothing from the second time on. */
  void begin() {
    if (!initialized && hasRoom()) {
      ownClasses.run();
      initialized = true;
    }
  }

  /** Whether a report may be written now, or had better wait. */
  boolean hasRoom() {
    if (held || System.nanoTime() - begun > PATIENCE_NANOS) {
      return true;
    }
    Runtime heap = Runtime.getRuntime();
    return heap.maxMemory() - heap.totalMemory() + heap.freeMemory() >= MIN_ROOM;
  }

  /** All the rest; when it fails, again the next time. */
  void hold() throws IOException {
    if (!held) {
      ReportJson.write(everything(), new ByteArrayOutputStream(16 * 1024));
      held = true;
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
    Statement figures = new Statement();
    figures.tables.add("");
    figures.endpoints.add("");
    SlowQuery query = new SlowQuery();
    query.statement = statement;
    query.callSite = site;
    Report report = new Report();
    report.findings.add(finding);
    report.endpoints.add(endpoint);
    report.statements.add(figures);
    report.caches.add(new Cache());
    report.pools.add(new Pool());
    report.slowQueries.add(query);
    report.slowRequests.add(new SlowRequest());
    return report;
  }
}
