package io.rowcall.sample.load;

import io.rowcall.sample.catalog.Endpoint.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A figure that a source document promises, beside what was measured here. Their figures belong to
 * other systems; only what is measured counts, and a promise that is not kept says why.
 *
 * @param promised in the document's own figures
 * @param kept yes, no, or a dash when the run cannot tell
 * @param why empty when it is kept
 */
record Claim(
    String document, String name, String promised, String measured, String kept, String why) {

  static final String NOT_MEASURED = "–";

  /** Those of every document whose endpoints were asked for, judged by the figures. */
  static List<Claim> all(Figures figures, Checklist.Behavior behavior) {
    List<Claim> all = new ArrayList<>();
    if (figures.asked(Source.MEETINGS)) {
      all.addAll(PlanClaims.of(figures));
      all.addAll(MonitoringClaims.of(figures));
    }
    if (figures.asked(Source.EVENTS)) {
      all.addAll(EventClaims.of(figures));
    }
    if (figures.asked(Source.CONTACTS)) {
      all.addAll(ContactClaims.of(figures));
    }
    if (figures.asked(Source.ANALYTICS)) {
      all.addAll(AnalyticsClaims.of(figures));
    }
    if (figures.asked(Source.EVENTS)) {
      all.addAll(Checklist.of(figures, behavior));
    }
    return all;
  }

  /** Every document's table, one after the other. */
  static String tables(List<Claim> promises) {
    var text = new StringBuilder();
    for (String document : promises.stream().map(Claim::document).distinct().toList()) {
      List<String[]> rows = new ArrayList<>();
      rows.add(new String[] {document, "promised", "measured", "reached"});
      Map<String, List<String>> reasons = new LinkedHashMap<>();
      for (Claim promise : promises) {
        if (promise.document().equals(document)) {
          rows.add(
              new String[] {
                promise.name(), promise.promised(), promise.measured(), promise.kept()
              });
          if (!promise.why().isEmpty()) {
            reasons.computeIfAbsent(promise.why(), why -> new ArrayList<>()).add(promise.name());
          }
        }
      }
      text.append(ResultTable.aligned(rows));
      reasons.forEach(
          (why, names) ->
              text.append(
                  String.format(
                      Locale.ROOT, "  not reached: %s%n    %s%n", String.join("; ", names), why)));
      text.append(System.lineSeparator());
    }
    return text.toString();
  }
}
