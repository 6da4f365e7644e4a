package io.rowcall.cli.gate;

import io.rowcall.format.CallSite;

/** For Jenkins: the own JSON of its plug-in warnings-ng. */
final class JenkinsOutput {
  private JenkinsOutput() {}

  static String of(GateResult verdict) {
    var root = JsonText.JSON.createObjectNode();
    root.put("_class", "io.jenkins.plugins.analysis.core.restapi.ReportApi");
    root.put("size", verdict.breaches().size());
    var issues = root.putArray("issues");
    for (Violation breach : verdict.breaches()) {
      var issue = issues.addObject();
      Location place = CheckoutPaths.of(breach);
      if (place != null) {
        issue.put("fileName", place.path()).put("lineStart", place.line());
      }
      CallSite site = breach.callSite();
      if (site != null && site.type.contains(".")) {
        issue.put("packageName", site.type.substring(0, site.type.lastIndexOf('.')));
      }
      issue.put("severity", breach.level() == Level.ERROR ? "ERROR" : "NORMAL");
      issue.put("category", breach.about());
      issue.put("type", breach.rule());
      issue.put("message", breach.endpoints() + ": " + breach.text());
      issue.put("description", html(breach.advice()));
      issue.put("fingerprint", breach.fingerprint());
    }
    return JsonText.of(root);
  }

  /** Jenkins shows descriptions as HTML. */
  private static String html(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\n", "<br>");
  }
}
