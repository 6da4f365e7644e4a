package io.rowcall.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Parameters;

/** Positional parameters that name reports. */
final class ReportPaths {
  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Reports, folders of reports, or - for stdin. Default: rowcall-reports")
  private List<String> paths = new ArrayList<>();

  /** The paths as given; empty for the default. */
  List<String> paths() {
    return paths;
  }
}
