package io.rowcall.cli.gate;

import java.util.HexFormat;
import java.util.TreeSet;

/** For TeamCity: service messages. All breaches are inspections, and errors build problems too. */
final class TeamcityOutput {
  private static final int MAX_TEXT = 4_000;

  private TeamcityOutput() {}

  static String of(GateResult verdict) {
    var text = new StringBuilder();
    var rules = new TreeSet<String>();
    verdict.breaches().forEach(breach -> rules.add(breach.rule()));
    for (String id : rules) {
      RuleCatalog.Text rule = RuleCatalog.of(id);
      text.append("##teamcity[inspectionType");
      attribute(text, "id", "rowcall." + id);
      attribute(text, "name", rule.title());
      attribute(text, "category", "Rowcall");
      attribute(text, "description", Texts.cut(rule.help(), MAX_TEXT));
      text.append("]\n");
    }
    for (Violation breach : verdict.breaches()) {
      Location place = CheckoutPaths.ofAny(breach, verdict);
      String message = Texts.cut(breach.endpoints() + ": " + breach.text(), MAX_TEXT);
      text.append("##teamcity[inspection");
      attribute(text, "typeId", "rowcall." + breach.rule());
      attribute(text, "message", message);
      attribute(text, "file", place.path());
      attribute(text, "line", Integer.toString(place.line()));
      attribute(text, "SEVERITY", breach.level() == Level.ERROR ? "ERROR" : "WARNING");
      text.append("]\n");
      if (breach.level() == Level.ERROR) {
        text.append("##teamcity[buildProblem");
        attribute(text, "description", message);
        attribute(text, "identity", "rowcall_" + breach.fingerprint());
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
