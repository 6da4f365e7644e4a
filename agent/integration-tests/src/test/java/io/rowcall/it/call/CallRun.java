package io.rowcall.it.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowcall.it.support.LibraryVersion;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import io.rowcall.it.support.ServiceResponse;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One run of the service, in which the clients make the calls of the contract one after another.
 */
record CallRun(
    Report report, String text, Map<String, ServiceResponse> responses, List<String> lines) {
  private static final String MAIN = "io.acme.libraries.LibrariesService";
  private static final List<String> ROUTES =
      List.of("open", "one", "many", "many", "many", "fail", "together", "task");

  /** Runs the newest versions of the libraries. */
  static CallRun of(Path folder, String... clients) throws IOException {
    return of(folder, LibraryVersion.newest("jedis").classPath(), clients);
  }

  /**
   * Runs the clients of the service {@code clients}, which has the routes of {@code libraries}.
   *
   * @param jars folders of its jars, the first of which wins
   */
  static CallRun withMoreClients(Path folder, List<String> jars, String... clients)
      throws IOException {
    Path target = ServiceCommand.SERVICES.resolve("clients/target");
    var classPath = new StringBuilder(target.resolve("clients.jar").toString());
    for (String name : jars) {
      classPath.append(File.pathSeparator).append(target.resolve(name)).append("/*");
    }
    return of(folder, classPath.toString(), clients);
  }

  private static CallRun of(Path folder, String classPath, String... clients) throws IOException {
    var responses = new LinkedHashMap<String, ServiceResponse>();
    List<String> lines;
    ServiceCommand command =
        ServiceCommand.of("libraries", folder)
            .with("log.requests", "requests.log")
            .jvmArg("-Dcalls=true")
            .mainClass(classPath, MAIN);
    try (ServiceProcess service = command.start()) {
      for (String client : clients) {
        for (String route : ROUTES) {
          String path = "/calls/" + client + '/' + route;
          ServiceResponse response = service.get(path);
          assertEquals(200, response.status(), response::text);
          responses.put(path, response);
        }
      }
      service.exit();
      lines = service.agentLines();
    }
    Path file = Report.files(folder.resolve("rowcall-reports")).get(0);
    String text = Files.readString(file) + Files.readString(folder.resolve("requests.log"));
    return new CallRun(Report.in(folder), text, responses, lines);
  }
}
