package io.rowcall.load.output;

import io.rowcall.load.claims.Claim;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints one table of claims per document, followed by the reasons for those that are not met. */
public final class ClaimTables {

  private ClaimTables() {}

  public static String of(List<Claim> claims) {
    var text = new StringBuilder();
    for (String document : claims.stream().map(Claim::document).distinct().toList()) {
      append(
          text,
          document,
          claims.stream().filter(each -> each.document().equals(document)).toList());
    }
    return text.toString();
  }

  private static void append(StringBuilder text, String document, List<Claim> claims) {
    List<String[]> rows = new ArrayList<>();
    rows.add(new String[] {document, "promised", "measured", "reached"});
    Map<String, List<String>> namesByReason = new LinkedHashMap<>();
    for (Claim claim : claims) {
      rows.add(new String[] {claim.name(), claim.promised(), claim.measured(), claim.kept()});
      if (!claim.why().isEmpty()) {
        namesByReason.computeIfAbsent(claim.why(), reason -> new ArrayList<>()).add(claim.name());
      }
    }
    text.append(TextTable.of(rows));
    namesByReason.forEach(
        (reason, names) ->
            text.append(
                String.format(
                    Locale.ROOT, "  not reached: %s%n    %s%n", String.join("; ", names), reason)));
    text.append(System.lineSeparator());
  }
}
