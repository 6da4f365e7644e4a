package io.rowcall.it.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowcall.it.support.AgentArchive;
import io.rowcall.it.support.Covers;
import io.rowcall.it.support.IntegrationTests;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every packaged instrumentation has a test that covers it. */
final class InstrumentationCoverageIT {
  private static final Pattern INSTRUMENTATION =
      Pattern.compile(".*/weave/[a-z0-9]+/([A-Za-z0-9]+)Instrumentation\\.class");

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
    return AgentArchive.entries().stream()
        .map(INSTRUMENTATION::matcher)
        .filter(matcher -> matcher.matches())
        .map(matcher -> matcher.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
