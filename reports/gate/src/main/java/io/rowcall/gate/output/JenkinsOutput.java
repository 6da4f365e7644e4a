package io.rowcall.gate.output;

import io.rowcall.format.CallSite;
import io.rowcall.gate.GateResult;
import io.rowcall.gate.Level;
import io.rowcall.gate.Violation;
import io.rowcall.source.Location;
import io.rowcall.text.JsonText;

/** Native JSON format of Jenkins' warnings-ng plug-in. */
final class JenkinsOutput {
  private JenkinsOutput() {}

  static String render(GateResult result) {
    var root = JsonText.JSON.createObjectNode();
    root.put("_class", "io.jenkins.plugins.analysis.core.restapi.ReportApi");
    root.put("size", result.violations().size());
    var issues = root.putArray("issues");
    for (Violation violation : result.violations()) {
      var issue = issues.addObject();
      Location location = ReportedLocation.of(violation);
      if (location != null) {
        issue.put("fileName", location.path()).put("lineStart", location.line());
      }
      CallSite site = violation.callSite();
      if (site != null && site.type.contains(".")) {
        issue.put("packageName", site.type.substring(0, site.type.lastIndexOf('.')));
      }
      issue.put("severity", violation.level() == Level.ERROR ? "ERROR" : "NORMAL");
      issue.put("category", violation.subject());
      issue.put("type", violation.rule());
      issue.put("message", violation.title() + ": " + violation.message());
      issue.put("description", html(violation.advice()));
      issue.put("fingerprint", violation.fingerprint());
    }
    return JsonText.of(root);
  }

  /** Jenkins renders descriptions as HTML. */
  private static String html(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\n", "<br>");
  }
}
