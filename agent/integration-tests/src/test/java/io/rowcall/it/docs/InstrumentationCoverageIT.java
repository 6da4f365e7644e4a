package io.rowcall.it.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowcall.it.support.Covers;
import io.rowcall.it.support.IntegrationTests;
import io.rowcall.it.support.ServiceCommand;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every packaged instrumentation has a test that covers it. */
final class InstrumentationCoverageIT {
  private static final Pattern INSTRUMENTATION =
      Pattern.compile(".*/weave/[a-z]+/([A-Za-z0-9]+)Instrumentation\\.classdata");

  @Test
  void everyInstrumentationIsCovered() throws Exception {
    Set<String> covered =
        IntegrationTests.all().stream()
            .map(test -> test.getAnnotation(Covers.class))
            .filter(covers -> covers != null)
            .flatMap(covers -> Arrays.stream(covers.value()))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(packaged(), covered);
  }

  private static Set<String> packaged() throws Exception {
    try (JarFile jar = new JarFile(ServiceCommand.AGENT_JAR.toFile())) {
      return jar.stream()
          .map(entry -> INSTRUMENTATION.matcher(entry.getName()))
          .filter(matcher -> matcher.matches())
          .map(matcher -> matcher.group(1))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
