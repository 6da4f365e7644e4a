package io.rowcall.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ArgLineTest {
  private static final String AGENT = "-javaagent:a.jar=service=shop";
  private final ArgLine line = new ArgLine(new File("a.jar"), Map.of("service", "shop"));

  @Test
  void prependsTheAgent() {
    assertEquals(AGENT + " -Xmx1g -ea", line.prependTo("-Xmx1g -ea"));
  }

  @Test
  void worksWithoutExistingOptions() {
    assertEquals(AGENT, line.prependTo(null));
    assertEquals(AGENT, line.prependTo(" "));
  }

  @Test
  void keepsOtherAgents() {
    assertEquals(AGENT + " -javaagent:jacoco.jar=x", line.prependTo("-javaagent:jacoco.jar=x"));
  }

  @Test
  void replacesItsOwnAgent() {
    assertEquals(AGENT + " -Xmx1g", line.prependTo(line.prependTo("-Xmx1g")));
    assertEquals(AGENT, line.prependTo(line.prependTo(null)));
  }

  @Test
  void quotesPathsWithSpaces() {
    var spaced = new ArgLine(new File("my a.jar"), Map.of("service", "my shop"));
    String expected = "\"-javaagent:my a.jar=service=my shop\"";
    assertEquals(expected + " -Xmx1g", spaced.prependTo("-Xmx1g"));
    assertEquals(expected + " -Xmx1g", spaced.prependTo(spaced.prependTo("-Xmx1g")));
  }
}
