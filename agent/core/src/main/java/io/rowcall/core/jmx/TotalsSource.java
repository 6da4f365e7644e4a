package io.rowcall.core.jmx;

import io.rowcall.format.Totals;

/** Source of the current totals. Any thread. */
public interface TotalsSource {
  Totals totals();
}
