package io.rowcall.core.export;

import io.rowcall.format.CacheFigures;
import io.rowcall.format.CallSite;
import io.rowcall.format.Endpoint;
import io.rowcall.format.EndpointStatement;
import io.rowcall.format.Finding;
import io.rowcall.format.Frame;
import io.rowcall.format.Parent;
import io.rowcall.format.PoolFigures;
import io.rowcall.format.Report;
import io.rowcall.format.ReportJson;
import io.rowcall.format.SlowQuery;
import io.rowcall.format.SlowRequest;
import io.rowcall.format.StatementFigures;
import io.rowcall.format.StatementRef;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * A report of one of everything, written to nowhere before the first real one. A class whose static
 * initialiser fails for want of memory fails for ever; so every class that a report may need is
 * initialised while the service has only just begun to take its own.
 */
final class Rehearsal {
  private final Runnable ownClasses;
  private boolean held;

  Rehearsal(Runnable ownClasses) {
    this.ownClasses = ownClasses;
  }

  /** Once; when it fails, again the next time. */
  void hold() throws IOException {
    if (!held) {
      ownClasses.run();
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
    StatementFigures figures = new StatementFigures();
    figures.tables.add("");
    figures.endpoints.add("");
    SlowQuery query = new SlowQuery();
    query.statement = statement;
    query.callSite = site;
    Report report = new Report();
    report.findings.add(finding);
    report.endpoints.add(endpoint);
    report.statements.add(figures);
    report.caches.add(new CacheFigures());
    report.pools.add(new PoolFigures());
    report.slowQueries.add(query);
    report.slowRequests.add(new SlowRequest());
    return report;
  }
}
