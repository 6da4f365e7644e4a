package io.rowcall.cli.gate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rowcall.format.CallSite;

/** For scripts: the verdict as one JSON object. */
final class JsonOutput {
  private JsonOutput() {}

  static String of(GateResult verdict) {
    ObjectNode root = JsonText.JSON.createObjectNode();
    root.put("passed", verdict.passed());
    root.put("errors", verdict.errors());
    root.put("warnings", verdict.warnings());
    root.put("requests", verdict.requests());
    root.put("endpoints", verdict.endpoints().size());
    root.put("budget", verdict.budget());
    var breaches = root.putArray("breaches");
    verdict.breaches().forEach(breach -> add(breach, breaches.addObject()));
    var notes = root.putArray("notes");
    verdict.notes().forEach(notes::add);
    return JsonText.of(root);
  }

  private static void add(Violation.Affected one, ObjectNode to) {
    to.put("endpoint", one.endpoint()).put("level", one.level().word());
    if (one.measured() != null) {
      to.put("measured", one.measured());
    }
    if (one.finding() != null) {
      to.put("finding", one.finding().id);
    }
  }

  private static void add(Violation breach, ObjectNode to) {
    to.put("level", breach.level().word());
    to.put("rule", breach.rule());
    to.put("about", breach.about());
    to.put("text", breach.text());
    if (breach.measured() != null) {
      to.put("measured", breach.measured());
    }
    if (breach.allowed() != null) {
      to.put("allowed", breach.allowed());
    }
    if (!breach.where().isEmpty()) {
      to.put("where", breach.where());
    }
    if (!breach.statement().isEmpty()) {
      to.put("statement", breach.statement());
    }
    if (breach.finding() != null) {
      to.put("finding", breach.finding().id);
    }
    if (!breach.also().isEmpty()) {
      var also = to.putArray("also");
      breach.also().forEach(one -> add(one, also.addObject()));
    }
    CallSite site = breach.callSite();
    if (site != null) {
      to.put("callSite", site.place());
      to.put("class", site.type);
      to.put("method", site.method);
    }
    Location location = breach.location();
    if (location != null) {
      to.put("path", location.path());
      to.put("line", location.line());
    }
    if (!breach.advice().isEmpty()) {
      to.put("advice", breach.advice());
    }
    to.put("fingerprint", breach.fingerprint());
  }
}
