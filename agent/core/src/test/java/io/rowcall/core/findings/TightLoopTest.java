package io.rowcall.core.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowcall.core.config.Config;
import io.rowcall.core.findings.request.StatementGroups;
import java.io.File;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Loops that are recognized without their parent. */
final class TightLoopTest {
  @Test
  void isLikelyAtOneLine() {
    assertEquals(Verdict.LIKELY, verdict(i -> "A.java:1", 0));
  }

  @Test
  void isLikelyWhenOnlyTheFirstExecutionIsAtAnotherLine() {
    assertEquals(Verdict.LIKELY, verdict(i -> i == 1 ? "B.java:2" : "A.java:1", 0));
  }

  @Test
  void isSuspectAtSeveralLines() {
    assertEquals(Verdict.SUSPECT, verdict(i -> "A.java:" + i % 3, 0));
  }

  @Test
  void isSuspectWithManyOtherExecutionsInBetween() {
    assertEquals(Verdict.SUSPECT, verdict(i -> "A.java:1", 20));
  }

  private static Verdict verdict(IntFunction<String> site, int between) {
    var story = new Story("/loop", new HashMap<>(), 0);
    story.each(
        12,
        i -> {
          story.at(site.apply(i)).select("SELECT * FROM pet WHERE owner_id = ?", 1, i);
          story.each(between, j -> story.select("SELECT * FROM t" + j + " WHERE a = ?", 1, i));
        });
    var config =
        Config.read("config=none.properties", new Properties(), Map.of(), new File("/nowhere"));
    var groups = new StatementGroups();
    var request = story.ends();
    groups.load(request);
    return new Detector(new Checks(config))
        .detect(request, groups).stream()
            .filter(detection -> detection.check.isNPlusOne())
            .filter(
                detection ->
                    detection.statement != null && detection.statement.text.contains("pet"))
            .findFirst()
            .orElseThrow()
            .verdict();
  }
}
