package io.rowcall.it.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rowcall.it.support.Covers;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The user id of a request, taken from what the application sets; the agent calls no user code. */
@Covers({"LoggedUser", "RemoteUser", "SpringSecurity"})
final class UserIdIT {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir private Path folder;

  @Test
  void isTheAuthenticatedUser() throws IOException {
    assertEquals(
        List.of("ann", "-", "ben", "cleo", "-"),
        users(
            ServiceCommand.of("servers", folder),
            "ann:/users/secured/a",
            "-:/users/secured/a",
            "ben:/users/logged/a",
            "cleo:/users/wrapped/a",
            "dora:/users/attribute/a"));
  }

  @Test
  void isReadFromTheConfiguredAttribute() throws IOException {
    ServiceCommand command = ServiceCommand.of("servers", folder).with("user.attribute", "account");
    assertEquals(
        List.of("dora", "ann"), users(command, "dora:/users/attribute/a", "ann:/users/secured/a"));
  }

  @Test
  void isReadFromTheConfiguredHeader() throws IOException {
    ServiceCommand command = ServiceCommand.of("servers", folder).with("user.header", "X-User");
    assertEquals(List.of("emil"), users(command, "emil:/users/attribute/a"));
  }

  @Test
  void isAbsentIfSwitchedOff() throws IOException {
    ServiceCommand command =
        ServiceCommand.of("servers", folder).with("user", false).with("user.header", "X-User");
    assertEquals(
        List.of("-", "-", "-"),
        users(command, "ann:/users/secured/a", "ben:/users/logged/a", "cleo:/users/wrapped/a"));
  }

  /** The logged users of requests, each given as {@code user:path}; a dash stands for none. */
  private List<String> users(ServiceCommand command, String... requests) throws IOException {
    Path log = folder.resolve("requests.log");
    try (ServiceProcess service = command.with("log.requests", log).start()) {
      for (String request : requests) {
        int colon = request.indexOf(':');
        String user = request.substring(0, colon);
        String path = request.substring(colon + 1);
        if (user.equals("-")) {
          service.get(path);
        } else {
          service.getAs(user, path);
        }
      }
      service.exit();
    }
    assertEquals(0, Report.in(folder).total("suppressedErrors"));
    var users = new ArrayList<String>();
    for (String line : Files.readAllLines(log)) {
      JsonNode user = MAPPER.readTree(line).path("userId");
      users.add(user.isNull() ? "-" : user.asText());
    }
    return users.subList(0, requests.length);
  }
}
