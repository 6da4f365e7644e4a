package io.rowcall.cli.gate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rowcall.format.CallSite;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * For code scanning: SARIF 2.1.0. GitHub refuses a whole file for one result without a line, so
 * what is about no line of code is set on the first line of the budget.
 */
final class SarifOutput {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  /** What GitHub tells results apart by; others may read the one under our own name. */
  private static final String GITHUB_KEY = "primaryLocationLineHash";

  private SarifOutput() {}

  static String of(GateResult verdict) {
    ObjectNode root = JsonText.JSON.createObjectNode();
    root.put("$schema", SCHEMA).put("version", "2.1.0");
    ObjectNode run = root.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver");
    driver.put("name", "rowcall");
    driver.put("fullName", "Rowcall: queries per request, held to a budget");
    var ids = rules(verdict, driver.putArray("rules"));
    ObjectNode invocation = run.putArray("invocations").addObject();
    invocation.put("executionSuccessful", true).put("exitCode", verdict.exitCode());
    if (!verdict.notes().isEmpty()) {
      ArrayNode notes = invocation.putArray("toolExecutionNotifications");
      for (String note : verdict.notes()) {
        notes.addObject().put("level", "note").putObject("message").put("text", note);
      }
    }
    run.put("columnKind", "utf16CodeUnits");
    run.putObject("automationDetails").put("id", category(verdict));
    ArrayNode results = run.putArray("results");
    for (Violation breach : verdict.breaches()) {
      result(breach, verdict, ids.indexOf(breach.rule()), results.addObject());
    }
    return JsonText.of(root);
  }

  /** GitHub replaces the results of the same category: what stands before the last slash. */
  private static String category(GateResult verdict) {
    return verdict.category().isEmpty() ? "rowcall/" : "rowcall/" + verdict.category() + "/";
  }

  /** Those that the breaches name, sorted. */
  private static List<String> rules(GateResult verdict, ArrayNode to) {
    var ids = new TreeSet<String>();
    verdict.breaches().forEach(breach -> ids.add(breach.rule()));
    for (String id : ids) {
      RuleCatalog.Text text = RuleCatalog.of(id);
      ObjectNode rule = to.addObject().put("id", id);
      rule.putObject("shortDescription").put("text", text.title());
      rule.putObject("fullDescription").put("text", text.help());
      rule.putObject("help")
          .put("text", text.help())
          .put("markdown", "**" + text.title() + "**\n\n" + text.help());
      Level level = Budget.DEFAULTS.getOrDefault(id, Level.ERROR);
      rule.putObject("defaultConfiguration").put("level", level(level));
      rule.putObject("properties").putArray("tags").add("performance").add("sql");
    }
    return new ArrayList<>(ids);
  }

  private static void result(Violation breach, GateResult verdict, int rule, ObjectNode to) {
    to.put("ruleId", breach.rule()).put("ruleIndex", rule);
    to.put("level", level(breach.level()));
    to.putObject("message").put("text", breach.endpoints() + ": " + breach.text());
    location(breach, CheckoutPaths.ofAny(breach, verdict), to);
    String fingerprint = breach.fingerprint();
    to.putObject("partialFingerprints")
        .put(GITHUB_KEY, fingerprint)
        .put("rowcallBreach/v1", fingerprint);
    ObjectNode properties = to.putObject("properties");
    properties.put("endpoint", breach.about());
    if (!breach.also().isEmpty()) {
      ArrayNode also = properties.putArray("also");
      breach.also().forEach(one -> also.add(one.endpoint()));
    }
    if (breach.finding() != null) {
      properties.put("finding", breach.finding().id);
    }
    if (!breach.statement().isEmpty()) {
      properties.put("statement", breach.statement());
    }
  }

  private static void location(Violation breach, Location place, ObjectNode result) {
    ObjectNode location = result.putArray("locations").addObject();
    physical(place, location);
    CallSite site = breach.callSite();
    if (site != null) {
      location
          .putArray("logicalLocations")
          .addObject()
          .put("fullyQualifiedName", site.type + "." + site.method)
          .put("kind", "function");
    }
    Location parent = breach.parent();
    if (parent != null) {
      ObjectNode related = result.putArray("relatedLocations").addObject().put("id", 1);
      physical(parent, related);
      related.putObject("message").put("text", "The query whose rows the repeats are made for.");
    }
  }

  private static void physical(Location place, ObjectNode location) {
    ObjectNode physical = location.putObject("physicalLocation");
    physical
        .putObject("artifactLocation")
        .put("uri", uri(place.path()))
        .put("uriBaseId", "%SRCROOT%");
    physical.putObject("region").put("startLine", Math.max(place.line(), 1));
  }

  /** With what a URI may not carry escaped. */
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
