package io.rowcall.gate.output;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rowcall.format.CallSite;
import io.rowcall.gate.GateResult;
import io.rowcall.gate.Level;
import io.rowcall.gate.RuleCatalog;
import io.rowcall.gate.Violation;
import io.rowcall.source.Location;
import io.rowcall.text.BuildVersion;
import io.rowcall.text.JsonText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * SARIF 2.1.0 for code scanning. GitHub rejects the whole file if one result has no line, so a
 * violation without one points to the budget.
 */
final class SarifOutput {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  /** The fingerprint by which GitHub matches results of different runs. */
  private static final String GITHUB_FINGERPRINT = "primaryLocationLineHash";

  /** The same for other consumers. */
  private static final String OWN_FINGERPRINT = "rowcallBreach/v1";

  private final GateResult result;

  private SarifOutput(GateResult result) {
    this.result = result;
  }

  static String render(GateResult result) {
    return new SarifOutput(result).render();
  }

  private String render() {
    ObjectNode root = JsonText.JSON.createObjectNode();
    root.put("$schema", SCHEMA).put("version", "2.1.0");
    ObjectNode run = root.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver");
    driver.put("name", "rowcall");
    driver.put("fullName", "Rowcall: query budgets for JDBC");
    driver.put("version", BuildVersion.get());
    List<String> ruleIds = addRules(driver.putArray("rules"));
    addInvocation(run.putArray("invocations").addObject());
    run.put("columnKind", "utf16CodeUnits");
    run.putObject("automationDetails").put("id", category());
    ArrayNode results = run.putArray("results");
    for (Violation violation : result.violations()) {
      addResult(violation, ruleIds.indexOf(violation.rule()), results.addObject());
    }
    return JsonText.of(root);
  }

  /** Adds the violated rules and returns their ids, sorted. */
  private List<String> addRules(ArrayNode rules) {
    var ids = new TreeSet<String>();
    result.violations().forEach(violation -> ids.add(violation.rule()));
    for (String id : ids) {
      RuleCatalog.Text text = RuleCatalog.of(id);
      ObjectNode rule = rules.addObject().put("id", id);
      rule.putObject("shortDescription").put("text", text.title());
      rule.putObject("fullDescription").put("text", text.help());
      rule.putObject("help").put("text", text.help()).put("markdown", text.markdown());
      rule.putObject("defaultConfiguration").put("level", level(RuleCatalog.defaultLevel(id)));
      rule.putObject("properties").putArray("tags").add("performance").add("sql");
    }
    return new ArrayList<>(ids);
  }

  private void addInvocation(ObjectNode invocation) {
    invocation.put("executionSuccessful", true).put("exitCode", result.exitCode());
    if (!result.notes().isEmpty()) {
      ArrayNode notes = invocation.putArray("toolExecutionNotifications");
      for (String note : result.notes()) {
        notes.addObject().put("level", "note").putObject("message").put("text", note);
      }
    }
  }

  /** GitHub replaces earlier results of the same category: the part before the last slash. */
  private String category() {
    return result.category().isEmpty() ? "rowcall/" : "rowcall/" + result.category() + "/";
  }

  private void addResult(Violation violation, int ruleIndex, ObjectNode node) {
    node.put("ruleId", violation.rule()).put("ruleIndex", ruleIndex);
    node.put("level", level(violation.level()));
    node.putObject("message").put("text", violation.title() + ": " + violation.message());
    addLocations(violation, node);
    String fingerprint = violation.fingerprint();
    node.putObject("partialFingerprints")
        .put(GITHUB_FINGERPRINT, fingerprint)
        .put(OWN_FINGERPRINT, fingerprint);
    ObjectNode properties = node.putObject("properties");
    properties.put("endpoint", violation.subject());
    if (!violation.alsoAffected().isEmpty()) {
      ArrayNode others = properties.putArray("also");
      violation.alsoAffected().forEach(affected -> others.add(affected.endpoint()));
    }
    if (violation.finding() != null) {
      properties.put("finding", violation.finding().id);
    }
    if (!violation.statement().isEmpty()) {
      properties.put("statement", violation.statement());
    }
  }

  private void addLocations(Violation violation, ObjectNode node) {
    ObjectNode location = node.putArray("locations").addObject();
    addPhysical(ReportedLocation.orBudget(violation, result), location);
    CallSite site = violation.callSite();
    if (site != null) {
      location
          .putArray("logicalLocations")
          .addObject()
          .put("fullyQualifiedName", site.type + "." + site.method)
          .put("kind", "function");
    }
    Location parent = violation.parentLocation();
    if (parent != null) {
      ObjectNode related = node.putArray("relatedLocations").addObject().put("id", 1);
      addPhysical(parent, related);
      related.putObject("message").put("text", "The query whose rows are iterated.");
    }
  }

  private static void addPhysical(Location location, ObjectNode node) {
    ObjectNode physical = node.putObject("physicalLocation");
    physical
        .putObject("artifactLocation")
        .put("uri", uri(location.path()))
        .put("uriBaseId", "%SRCROOT%");
    physical.putObject("region").put("startLine", Math.max(location.line(), 1));
  }

  /** Percent-encodes a path. */
  private static String uri(String path) {
    try {
      return new URI(null, null, path, null).toASCIIString();
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String level(Level level) {
    return switch (level) {
      case ERROR -> "error";
      case WARN -> "warning";
      case OFF -> "none";
    };
  }
}
