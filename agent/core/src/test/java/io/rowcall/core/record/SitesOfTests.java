package io.rowcall.core.record;

import static java.util.Objects.requireNonNull;

import io.rowcall.core.callsite.CallSite;
import io.rowcall.core.weave.catalog.Instrumentations;

/** Call sites of a fictitious application. */
public final class SitesOfTests {
  private SitesOfTests() {}

  public static CallSite at(String type, int line) {
    var frame = new StackTraceElement("com.acme." + type, "list", type + ".java", line);
    return requireNonNull(
        new CallSites(Instrumentations.libraries())
            .of(new StackTraceElement[] {frame}, SitesOfTests.class));
  }
}
