package io.rowcall.it.jdbc;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.it.support.Promise;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import io.rowcall.it.support.Shows;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Bytes that a request of twenty queries by primary key allocates on a real driver because of the
 * agent: fields in the statements and result sets, and nothing else.
 *
 * <p>Only the first compiler runs, which removes no allocation: so the figures are exact and the
 * same in each run, and do not depend on what the JVM can prove.
 */
@Shows(Promise.STATEMENT_LIFETIME)
final class RealDriverAllocationIT {
  private static final int MAX_BYTES_PER_REQUEST = 640;
  private static final int REQUESTS = 60;

  @TempDir private Path folder;

  @Test
  void allocatesStateOnlyOnH2() throws IOException {
    String url = "jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1";
    assertSmall(url, url);
  }

  @Test
  void allocatesStateOnlyOnPostgres() throws IOException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      assertSmall(
          postgres.getJdbcUrl("postgres", "postgres"),
          postgres.getJdbcUrl("postgres", "template1"));
    }
  }

  /**
   * @param plainUrl a database for the run without the agent
   * @param countedUrl another one, in which nothing is created yet
   */
  private void assertSmall(String plainUrl, String countedUrl) throws IOException {
    long plain = bytesPerRequest(command("plain", plainUrl).withoutAgent());
    long counted = bytesPerRequest(command("agent", countedUrl));
    long added = counted - plain;
    String figures = added + " bytes added to " + plain;
    assertTrue(added <= MAX_BYTES_PER_REQUEST, figures);
    assertTrue(added > 0, () -> figures + ": is anything woven?");
  }

  private ServiceCommand command(String run, String url) {
    return ServiceCommand.of("jdk", folder.resolve(run))
        .jvmArg("-XX:TieredStopAtLevel=1")
        .jvmArg("-Dshop.connections=hikari")
        .jvmArg("-Dshop.url=" + url);
  }

  /** The least of many requests: the first ones load classes. */
  private static long bytesPerRequest(ServiceCommand command) throws IOException {
    try (ServiceProcess service = command.start()) {
      long least = Long.MAX_VALUE;
      for (int i = 0; i < REQUESTS; i++) {
        least = Math.min(least, Long.parseLong(service.get("/lookups").text()));
      }
      return least;
    }
  }
}
