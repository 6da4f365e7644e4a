package io.rowcall.gate.output;

import io.rowcall.gate.GateResult;
import io.rowcall.gate.Level;
import io.rowcall.gate.Violation;
import io.rowcall.source.Location;
import io.rowcall.text.JsonText;

/**
 * Code Quality report for GitLab merge requests. GitLab ignores issues without a line, so a
 * violation without one points to the budget.
 */
final class GitlabOutput {
  private GitlabOutput() {}

  static String render(GateResult result) {
    var list = JsonText.JSON.createArrayNode();
    for (Violation violation : result.violations()) {
      Location location = ReportedLocation.orBudget(violation, result);
      var issue = list.addObject();
      issue.put("type", "issue");
      issue.put("description", violation.title() + ": " + violation.message());
      issue.put("check_name", violation.rule());
      issue.put("fingerprint", violation.fingerprint());
      issue.put("severity", violation.level() == Level.ERROR ? "critical" : "minor");
      issue.putArray("categories").add("Performance");
      issue
          .putObject("location")
          .put("path", location.path())
          .putObject("lines")
          .put("begin", location.line());
    }
    return JsonText.of(list);
  }
}
