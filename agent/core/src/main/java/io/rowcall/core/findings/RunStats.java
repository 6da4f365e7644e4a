package io.rowcall.core.findings;

import java.util.List;

/** Figures of the whole run, as far as {@link RunCheck}s need them. */
public interface RunStats {
  /** The caches of the application. */
  List<CacheUse> caches();

  /** Statements whose plan reads a whole table. */
  List<TableScan> tableScans();
}
