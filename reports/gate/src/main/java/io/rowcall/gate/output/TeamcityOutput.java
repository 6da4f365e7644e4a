package io.rowcall.gate.output;

import io.rowcall.gate.GateResult;
import io.rowcall.gate.Level;
import io.rowcall.gate.RuleCatalog;
import io.rowcall.gate.Violation;
import io.rowcall.source.Location;
import io.rowcall.text.Texts;
import java.util.HexFormat;
import java.util.TreeSet;

/**
 * TeamCity service messages: every violation is an inspection, every error also a build problem.
 */
final class TeamcityOutput {
  private static final int MAX_TEXT = 4_000;

  private TeamcityOutput() {}

  static String render(GateResult result) {
    var text = new StringBuilder();
    var rules = new TreeSet<String>();
    result.violations().forEach(violation -> rules.add(violation.rule()));
    for (String id : rules) {
      RuleCatalog.Text rule = RuleCatalog.of(id);
      text.append("##teamcity[inspectionType");
      attribute(text, "id", "rowcall." + id);
      attribute(text, "name", rule.title());
      attribute(text, "category", "Rowcall");
      attribute(text, "description", Texts.truncate(rule.help(), MAX_TEXT));
      text.append("]\n");
    }
    for (Violation violation : result.violations()) {
      Location location = ReportedLocation.orBudget(violation, result);
      String message = Texts.truncate(violation.title() + ": " + violation.message(), MAX_TEXT);
      text.append("##teamcity[inspection");
      attribute(text, "typeId", "rowcall." + violation.rule());
      attribute(text, "message", message);
      attribute(text, "file", location.path());
      attribute(text, "line", Integer.toString(location.line()));
      attribute(text, "SEVERITY", violation.level() == Level.ERROR ? "ERROR" : "WARNING");
      text.append("]\n");
      if (violation.level() == Level.ERROR) {
        text.append("##teamcity[buildProblem");
        attribute(text, "description", message);
        attribute(text, "identity", "rowcall_" + violation.fingerprint());
        text.append("]\n");
      }
    }
    return text.toString();
  }

  private static void attribute(StringBuilder text, String name, String value) {
    text.append(' ').append(name).append("='");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\'', '|', '[', ']' -> text.append('|').append(c);
        case '\n' -> text.append("|n");
        case '\r' -> text.append("|r");
        default -> {
          if (c >= ' ' && c < 0x7f) {
            text.append(c);
          } else {
            text.append("|0x").append(HexFormat.of().toHexDigits(c));
          }
        }
      }
    }
    text.append('\'');
  }
}
