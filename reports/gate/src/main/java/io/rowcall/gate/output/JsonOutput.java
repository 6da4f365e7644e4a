package io.rowcall.gate.output;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rowcall.format.CallSite;
import io.rowcall.gate.GateResult;
import io.rowcall.gate.Violation;
import io.rowcall.source.Location;
import io.rowcall.text.JsonText;

/** The result as one JSON object, for scripts. */
final class JsonOutput {
  private JsonOutput() {}

  static String render(GateResult result) {
    ObjectNode root = JsonText.JSON.createObjectNode();
    root.put("passed", result.passed());
    root.put("errors", result.errors());
    root.put("warnings", result.warnings());
    root.put("requests", result.requests());
    root.put("endpoints", result.endpoints().size());
    root.put("budget", result.budget());
    var violations = root.putArray("breaches");
    result.violations().forEach(violation -> add(violation, violations.addObject()));
    var notes = root.putArray("notes");
    result.notes().forEach(notes::add);
    return JsonText.of(root);
  }

  private static void add(Violation.Affected affected, ObjectNode node) {
    node.put("endpoint", affected.endpoint()).put("level", affected.level().keyword());
    if (affected.measured() != null) {
      node.put("measured", affected.measured());
    }
    if (affected.finding() != null) {
      node.put("finding", affected.finding().id);
    }
  }

  private static void add(Violation violation, ObjectNode node) {
    node.put("level", violation.level().keyword());
    node.put("rule", violation.rule());
    node.put("about", violation.subject());
    node.put("text", violation.message());
    if (violation.measured() != null) {
      node.put("measured", violation.measured());
    }
    if (violation.allowed() != null) {
      node.put("allowed", violation.allowed());
    }
    if (!violation.origin().isEmpty()) {
      node.put("where", violation.origin());
    }
    if (!violation.statement().isEmpty()) {
      node.put("statement", violation.statement());
    }
    if (violation.finding() != null) {
      node.put("finding", violation.finding().id);
    }
    if (!violation.alsoAffected().isEmpty()) {
      var others = node.putArray("also");
      violation.alsoAffected().forEach(affected -> add(affected, others.addObject()));
    }
    CallSite site = violation.callSite();
    if (site != null) {
      node.put("callSite", site.place());
      node.put("class", site.type);
      node.put("method", site.method);
    }
    Location location = violation.location();
    if (location != null) {
      node.put("path", location.path());
      node.put("line", location.line());
    }
    if (!violation.advice().isEmpty()) {
      node.put("advice", violation.advice());
    }
    node.put("fingerprint", violation.fingerprint());
  }
}
