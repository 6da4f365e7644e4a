package io.rowcall.cli.gate;

/**
 * For GitLab's merge requests: a code quality report. GitLab leaves out what has no line, so what
 * is about no line of code is set on the first line of the budget.
 */
final class GitlabOutput {
  private GitlabOutput() {}

  static String of(GateResult verdict) {
    var list = JsonText.JSON.createArrayNode();
    for (Violation breach : verdict.breaches()) {
      Location shown = CheckoutPaths.ofAny(breach, verdict);
      var issue = list.addObject();
      issue.put("type", "issue");
      issue.put("description", breach.endpoints() + ": " + breach.text());
      issue.put("check_name", breach.rule());
      issue.put("fingerprint", breach.fingerprint());
      issue.put("severity", breach.level() == Level.ERROR ? "critical" : "minor");
      issue.putArray("categories").add("Performance");
      issue
          .putObject("location")
          .put("path", shown.path())
          .putObject("lines")
          .put("begin", shown.line());
    }
    return JsonText.of(list);
  }
}
