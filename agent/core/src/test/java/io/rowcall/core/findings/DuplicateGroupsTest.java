package io.rowcall.core.findings;

import static io.rowcall.core.record.Script.execute;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.core.config.Config;
import io.rowcall.core.export.DeferredRecorder;
import io.rowcall.core.record.Script;
import io.rowcall.core.record.SitesOfTests;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** An owner that is loaded twice, with its pets and their visits: three queries with one cause. */
final class DuplicateGroupsTest {
  private final List<FindingStats> findings = duplicates();

  @Test
  void groupsDuplicatesOfTheSameTwoLines() {
    for (FindingStats finding : findings) {
      finding.callSite = SitesOfTests.at("OwnerController", 41);
      finding.secondCallSite = SitesOfTests.at("OwnerController", 77);
    }
    var groups = DuplicateGroups.of(findings);
    assertEquals(1, groups.size());
    assertEquals(findings, groups.get(0));
  }

  @Test
  void separatesOtherLines() {
    for (int i = 0; i < findings.size(); i++) {
      findings.get(i).callSite = SitesOfTests.at("OwnerController", 41);
      findings.get(i).secondCallSite = SitesOfTests.at("OwnerController", 77 + i);
    }
    assertEquals(3, DuplicateGroups.of(findings).size());
  }

  @Test
  void separatesUnknownLines() {
    for (FindingStats finding : findings) {
      finding.callSite = null;
      finding.secondCallSite = null;
    }
    assertEquals(3, DuplicateGroups.of(findings).size());
  }

  private static List<FindingStats> duplicates() {
    var config = Config.read(null, new Properties(), Map.of(), new File("no-such-folder"));
    var script = new Script(config, new DeferredRecorder(config));
    script.request(
        "/owners",
        () -> {
          for (int i = 0; i < 2; i++) {
            execute("SELECT * FROM owners WHERE id = ?", 1, 7);
            execute("SELECT * FROM pets WHERE owner_id = ?", 2, 7);
            execute("SELECT * FROM visits WHERE pet_id = ?", 1, 3);
          }
        });
    var found = List.copyOf(script.figures().findings());
    assertEquals(3, found.size());
    assertTrue(found.stream().allMatch(finding -> finding.check.key().equals("duplicate")));
    return found;
  }
}
