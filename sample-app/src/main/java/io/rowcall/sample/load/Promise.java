package io.rowcall.sample.load;

import java.util.ArrayList;
import java.util.List;

/**
 * A figure that a source document promises, beside what was measured here. Their figures belong to
 * other systems; only what is measured counts, and a promise that is not kept says why.
 *
 * @param promised in the document's own figures
 * @param kept yes, no, or a dash when the run cannot tell
 * @param why empty when it is kept
 */
record Promise(
    String document, String name, String promised, String measured, String kept, String why) {

  static final String NOT_MEASURED = "–";

  /** Every document's table, one after the other. */
  static String tables(List<Promise> promises) {
    var text = new StringBuilder();
    for (String document : promises.stream().map(Promise::document).distinct().toList()) {
      List<String[]> rows = new ArrayList<>();
      rows.add(new String[] {document, "promised", "measured", "reached"});
      List<String> reasons = new ArrayList<>();
      for (Promise promise : promises) {
        if (promise.document().equals(document)) {
          rows.add(
              new String[] {
                promise.name(), promise.promised(), promise.measured(), promise.kept()
              });
          if (!promise.why().isEmpty()) {
            reasons.add("  not reached: " + promise.name() + ": " + promise.why());
          }
        }
      }
      text.append(ResultTable.aligned(rows));
      reasons.forEach(reason -> text.append(reason).append(System.lineSeparator()));
      text.append(System.lineSeparator());
    }
    return text.toString();
  }
}
