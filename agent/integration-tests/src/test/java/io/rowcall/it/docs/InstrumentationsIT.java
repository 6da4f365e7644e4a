package io.rowcall.it.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.Shows;
import io.rowcall.it.support.Tests;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** No instrumentation without the test that shows it. */
final class InstrumentationsIT {
  private static final Pattern INSTRUMENTATION =
      Pattern.compile(".*/weave/[a-z]+/([A-Za-z0-9]+)Instrumentation\\.classdata");

  @Test
  void areShownByTests() throws Exception {
    Set<String> shown =
        Tests.all().stream()
            .map(test -> test.getAnnotation(Shows.class))
            .filter(shows -> shows != null)
            .flatMap(shows -> Arrays.stream(shows.value()))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(packaged(), shown);
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
