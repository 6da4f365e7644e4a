package io.rowcall.it.server;

import io.rowcall.it.support.ServiceCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Server of a test, as the table of servers names it.
 *
 * @param service the service that runs it
 * @param artifact the artifact whose version counts
 * @param routes whether endpoints are named after route templates
 */
public record Server(String name, String service, String artifact, boolean routes) {

  static Server of(String name, String service, String artifact) {
    return new Server(name, service, artifact, true);
  }

  Server withoutRoutes() {
    return new Server(name, service, artifact, false);
  }

  /** The tested version, read from the name of the service's jar. */
  public String version() {
    try (Stream<Path> jars = Files.list(ServiceCommand.SERVICES.resolve(service + "/target/lib"))) {
      return jars.map(jar -> jar.getFileName().toString())
          .filter(jar -> jar.startsWith(artifact + "-"))
          .map(jar -> jar.substring(artifact.length() + 1, jar.length() - ".jar".length()))
          .filter(version -> Character.isDigit(version.charAt(0)))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no " + artifact + " of " + service));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
