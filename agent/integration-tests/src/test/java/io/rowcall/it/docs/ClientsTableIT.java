package io.rowcall.it.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowcall.it.call.CallContract;
import io.rowcall.it.call.ReactiveSqlContract;
import io.rowcall.it.support.DocumentedTables;
import io.rowcall.it.support.IntegrationTests;
import io.rowcall.it.support.ServiceCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Verifies the table of clients in {@code agent/docs/supported.md} against the tests. Versions are
 * read from the poms, because most clients belong to the compatibility tests.
 */
final class ClientsTableIT {
  @Test
  void matchesTheTests() throws Exception {
    assertEquals(table(), DocumentedTables.read("supported.md", "clients"));
  }

  private static String table() throws Exception {
    Map<String, TreeSet<String>> rows = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Class<?> test : IntegrationTests.all()) {
      if (CallContract.class.isAssignableFrom(test)) {
        CallContract.Client client = newInstance(test, CallContract.class).client();
        row(rows, client.library(), "calls, " + client.kind()).add(name(test));
      } else if (ReactiveSqlContract.class.isAssignableFrom(test)) {
        String artifact = newInstance(test, ReactiveSqlContract.class).artifact();
        row(rows, artifact, "queries").add(name(test));
      }
    }
    var text = new StringBuilder("| client | tested | counted as | tests |\n|---|---|---|---|\n");
    rows.forEach((row, tests) -> text.append(row).append(String.join(", ", tests)).append(" |\n"));
    return text.toString();
  }

  private static TreeSet<String> row(
      Map<String, TreeSet<String>> rows, String artifact, String counted) throws IOException {
    String client =
        artifact.isEmpty()
            ? "| the JDK's | Java 17"
            : "| `" + artifact + "` | " + version(artifact);
    return rows.computeIfAbsent(client + " | " + counted + " | ", row -> new TreeSet<>());
  }

  private static String name(Class<?> test) {
    return "`" + test.getSimpleName() + "`";
  }

  private static String version(String artifact) throws IOException {
    for (String service : new String[] {"libraries", "clients"}) {
      String pom = Files.readString(ServiceCommand.SERVICES.resolve(service + "/pom.xml"));
      Matcher dependency =
          Pattern.compile("<artifactId>" + artifact + "</artifactId>\\s*<version>\\$\\{([^}]+)}")
              .matcher(pom);
      if (dependency.find()) {
        String property = Pattern.quote(dependency.group(1));
        Matcher version = Pattern.compile("<" + property + ">([^<]+)<").matcher(pom);
        if (version.find()) {
          return version.group(1);
        }
      }
    }
    throw new AssertionError("no version of " + artifact + " in the poms of the services");
  }

  private static <T> T newInstance(Class<?> test, Class<T> contract) throws Exception {
    var constructor = test.getDeclaredConstructor();
    constructor.setAccessible(true);
    return contract.cast(constructor.newInstance());
  }
}
