package io.rowcall.load.output;

import io.rowcall.load.ablation.Ablation;
import io.rowcall.load.ablation.Probe;
import java.util.ArrayList;
import java.util.List;

/** Prints the ablation: a row per configuration, a column per probed endpoint. */
public final class AblationTable {

  private AblationTable() {}

  public static String of(List<Ablation.Row> rows) {
    List<String[]> cells = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of("p50 ms of the hot user, with"));
    for (Probe probe : Probe.values()) {
      header.add(probe.label());
    }
    cells.add(header.toArray(String[]::new));
    for (Ablation.Row row : rows) {
      List<String> line = new ArrayList<>(List.of(row.part()));
      for (Probe probe : Probe.values()) {
        Double millis = row.p50Millis().get(probe.label());
        line.add(millis == null ? "–" : TextTable.millis(millis));
      }
      cells.add(line.toArray(String[]::new));
    }
    return TextTable.of(cells);
  }
}
