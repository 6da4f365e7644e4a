package io.rowcall.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ArgLineTest {
  private static final String AGENT = "-javaagent:a.jar=service=shop";
  private final ArgLine line = new ArgLine(new File("a.jar"), Map.of("service", "shop"));

  @Test
  void putsTheAgentBeforeWhatIsThere() {
    assertEquals(AGENT + " -Xmx1g -ea", line.before("-Xmx1g -ea"));
  }

  @Test
  void isTheAgentAloneWhereThereIsNothing() {
    assertEquals(AGENT, line.before(null));
    assertEquals(AGENT, line.before(" "));
  }

  @Test
  void keepsTheAgentsOfOthers() {
    assertEquals(AGENT + " -javaagent:jacoco.jar=x", line.before("-javaagent:jacoco.jar=x"));
  }

  @Test
  void replacesTheAgentThatItHasSetBefore() {
    assertEquals(AGENT + " -Xmx1g", line.before(line.before("-Xmx1g")));
    assertEquals(AGENT, line.before(line.before(null)));
  }

  @Test
  void keepsAPathWithSpacesTogether() {
    var spaced = new ArgLine(new File("my a.jar"), Map.of("service", "my shop"));
    String expected = "\"-javaagent:my a.jar=service=my shop\"";
    assertEquals(expected + " -Xmx1g", spaced.before("-Xmx1g"));
    assertEquals(expected + " -Xmx1g", spaced.before(spaced.before("-Xmx1g")));
  }
}
