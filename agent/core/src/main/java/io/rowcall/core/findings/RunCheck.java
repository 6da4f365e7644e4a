package io.rowcall.core.findings;

import java.util.List;

/** Kind of finding that only the figures of the whole run show. Stateless. */
public interface RunCheck extends Check {
  /** Adds what the run shows. */
  void detect(RunStats run, List<RunFinding> findings);
}
