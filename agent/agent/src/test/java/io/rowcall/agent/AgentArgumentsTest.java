package io.rowcall.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class AgentArgumentsTest {
  @Test
  void listsJarsWithoutTheirArguments() {
    var arguments =
        AgentArguments.of(
            "-Xmx1g -javaagent:/opt/rowcall-agent.jar=live.token=secret -javaagent:otel.jar", "");
    assertEquals("Agents     rowcall-agent.jar, otel.jar\n", arguments.line());
    assertEquals(List.of(), arguments.problems());
  }

  @Test
  void findsTheAgentGivenTwice() {
    assertProblem(
        "given 2 times", "-javaagent:rowcall-agent.jar -javaagent:a/rowcall-agent-1.jar", "");
  }

  @Test
  void findsTheJarOfTheCommands() {
    assertProblem("not the agent", "-javaagent:/opt/rowcall.jar", "");
  }

  @Test
  void findsTheAgentBehindTheProgram() {
    assertProblem("behind the program", "-Xmx1g", "shop.jar -javaagent:rowcall-agent.jar=a=b");
  }

  private static void assertProblem(String expected, String jvmArguments, String program) {
    List<String> problems = AgentArguments.of(jvmArguments, program).problems();
    assertEquals(1, problems.size(), problems::toString);
    assertTrue(problems.get(0).contains(expected), problems::toString);
  }
}
