package io.rowcall.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Parameters;

/** The reports that a command is about, as its arguments name them. */
public final class ReportPaths {
  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Reports, folders of reports, or - for stdin. Default: rowcall-reports")
  private List<String> paths = new ArrayList<>();

  /** As they were written; empty means the default. */
  public List<String> asWritten() {
    return paths;
  }
}
