package io.rowcall.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Program that runs test classes and prints a line per test: {@code outcome name message}. Classes
 * with the prefix + are only loaded, before the tests run.
 */
final class TestRun implements TestExecutionListener {
  static final String MARK = "##";

  private TestRun() {}

  public static void main(String[] arguments) throws Exception {
    for (String argument : arguments) {
      if (argument.startsWith("+")) {
        Class.forName(argument.substring(1));
      }
    }
    List<ClassSelector> classes =
        Stream.of(arguments)
            .filter(argument -> !argument.startsWith("+"))
            .map(name -> selectClass(name))
            .collect(Collectors.toList());
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request().selectors(classes).build();
    Launcher launcher = LauncherFactory.create();
    launcher.execute(request, new TestRun());
    System.exit(0); // Like test runners: servers that were not stopped would keep the JVM alive.
  }

  @Override
  @SuppressWarnings("SystemOut") // Results of a program belong on stdout.
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    String message =
        result
            .getThrowable()
            .map(t -> t.getClass().getSimpleName() + ": " + t.getMessage())
            .orElse("");
    if (test.isTest() || !message.isEmpty()) {
      System.out.println(
          MARK
              + result.getStatus()
              + " "
              + name(test)
              + " "
              + Base64.getEncoder().encodeToString(message.getBytes(StandardCharsets.UTF_8)));
    }
  }

  /** {@code AnnotatedCases.Inside.breaks}, with {@code #2} for the second of several. */
  private static String name(TestIdentifier test) {
    StringBuilder name = new StringBuilder();
    for (UniqueId.Segment segment : UniqueId.parse(test.getUniqueId()).getSegments()) {
      String value = segment.getValue();
      if (segment.getType().equals("engine")) {
        continue;
      }
      if (value.startsWith("#")) {
        name.append(value);
      } else {
        int end = value.indexOf('(');
        String plain = end < 0 ? value : value.substring(0, end);
        name.append(name.length() == 0 ? "" : ".")
            .append(plain.substring(plain.lastIndexOf('.') + 1));
      }
    }
    return name.toString();
  }
}
