package io.rowcall.sample.analytics;

import java.util.Map;

/** Recommendation for a user, identified by type and title. */
record Recommendation(String type, String title, int priority, double confidence) {

  static final int MOST = 5;

  String name() {
    return type + "/" + title;
  }

  Map<String, Object> columns() {
    return Map.of("type", type, "title", title, "priority", priority, "confidence", confidence);
  }

  static Recommendation ofPattern(String type, String name, int hundredths) {
    return new Recommendation(
        type, "Build on " + name, hundredths >= 90 ? 3 : 2, hundredths / 100.0);
  }

  static Recommendation ofConfig(Effect weakest) {
    return new Recommendation(
        "STRATEGY", "Review " + weakest.strategy() + " in " + weakest.context(), 1, 0.5);
  }
}
