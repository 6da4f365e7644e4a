package io.rowcall.it.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.it.support.Await;
import io.rowcall.it.support.Promise;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import io.rowcall.it.support.Shows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** Security manager that grants all permissions to the agent's jar, but few to the service. */
@EnabledForJreRange(max = JRE.JAVA_23, disabledReason = "Java 24 has no security manager")
@Shows(Promise.HIDDEN_BOOTSTRAP)
final class SecurityManagerIT {
  @TempDir private Path folder;

  @Test
  void writesFilesWithThePermissionsOfItsOwnJar() throws IOException {
    Path policy = Files.createDirectories(folder).resolve("policy");
    Files.writeString(
        policy,
        """
        grant codeBase "%s" { permission java.security.AllPermission; };
        grant codeBase "%s/jdk/target/lib/-" { permission java.security.AllPermission; };
        grant {
          permission java.net.SocketPermission "*", "accept,listen,connect,resolve";
          permission java.util.PropertyPermission "*", "read";
          permission java.lang.RuntimePermission "exitVM.0";
          permission java.lang.RuntimePermission "shutdownHooks";
          permission java.lang.RuntimePermission "modifyThread";
        };
        """
            .formatted(
                ServiceCommand.AGENT_JAR.toUri(),
                withoutTrailingSlash(ServiceCommand.SERVICES.toUri().toString())));
    ServiceCommand command =
        ServiceCommand.of("jdk", folder)
            .with("log.requests", "requests.log")
            .jvmArg("-Djava.security.manager")
            .jvmArg("-Djava.security.policy=" + policy);
    try (ServiceProcess service = command.start()) {
      assertEquals("11", service.get("/loop/10").header("X-Query-Count"));
      Await.until(this::hasReport, Duration.ofMinutes(1), () -> "no report");
      service.exit();
    }
    assertEquals(11, Report.in(folder).endpoint("/loop").at("/executions/total").asLong());
    assertEquals(0, Report.in(folder).total("suppressedErrors"));
    assertTrue(Files.size(folder.resolve("requests.log")) > 0);
  }

  /** The agent's code needs permissions of its own; an application's policy may not know it. */
  @Test
  void saysWhatToGrantIfThePolicyDoesNotKnowIt() throws IOException {
    Path policy = Files.createDirectories(folder).resolve("policy");
    Files.writeString(
        policy,
        "grant codeBase \"%s/safety/target/-\" { permission java.security.AllPermission; };"
            .formatted(withoutTrailingSlash(ServiceCommand.SERVICES.toUri().toString())));
    ServiceCommand command =
        ServiceCommand.of("safety", folder)
            .jvmArg("-Djava.security.manager")
            .jvmArg("-Djava.security.policy=" + policy);
    try (ServiceProcess service = command.start()) {
      assertEquals("none\none\n", service.get("/load/2").text());
      service.exit();
      assertEquals(1, service.agentLines().size(), service::output);
      assertTrue(
          service.agentLines().get(0).contains("Grant java.security.AllPermission"),
          service::output);
    }
  }

  private static String withoutTrailingSlash(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  private boolean hasReport() {
    return !Report.files(folder.resolve("rowcall-reports")).isEmpty();
  }
}
