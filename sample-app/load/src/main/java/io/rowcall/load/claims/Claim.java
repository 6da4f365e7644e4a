package io.rowcall.load.claims;

import io.rowcall.sample.catalog.Endpoint.Source;
import java.util.ArrayList;
import java.util.List;

/**
 * A figure that a source document claims, next to the figure measured here. The documents describe
 * other systems; only the measurement decides, and a claim that is not met says why.
 *
 * @param promised the claim in the document's own figures
 * @param kept yes, no, or a dash if the run cannot tell
 * @param why reason why the claim is not met; empty if it is
 */
public record Claim(
    String document, String name, String promised, String measured, String kept, String why) {

  static final String NOT_MEASURED = "–";

  /** Checks the claims of every document whose endpoints were part of the run. */
  public static List<Claim> all(Figures figures, Checklist.Behavior behavior) {
    List<Claim> all = new ArrayList<>();
    if (figures.covers(Source.MEETINGS)) {
      all.addAll(PlanClaims.of(figures));
      all.addAll(MonitoringClaims.of(figures));
    }
    if (figures.covers(Source.EVENTS)) {
      all.addAll(EventClaims.of(figures));
    }
    if (figures.covers(Source.CONTACTS)) {
      all.addAll(ContactClaims.of(figures));
    }
    if (figures.covers(Source.ANALYTICS)) {
      all.addAll(AnalyticsClaims.of(figures));
    }
    if (figures.covers(Source.EVENTS)) {
      all.addAll(Checklist.of(figures, behavior));
    }
    return all;
  }
}
