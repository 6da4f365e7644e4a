package io.rowcall.it.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.it.support.Promise;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import io.rowcall.it.support.Shows;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application with other versions of the libraries that the agent consists of. */
@Shows(Promise.ISOLATION)
final class OwnLibrariesIT {
  @TempDir private Path folder;

  @Test
  void areTheOnesThatItUses() throws IOException {
    String plain = libraries(Safety.service(folder.resolve("plain")).withoutAgent());
    String woven = libraries(Safety.service(folder.resolve("agent")));
    assertTrue(plain.contains("byte-buddy-1.12.19.jar made\n"), plain);
    assertTrue(plain.contains("jackson-core-2.12.1.jar {\"n\":1}\n"), plain);
    assertEquals(plain, woven);
  }

  private static String libraries(ServiceCommand command) throws IOException {
    try (ServiceProcess service = command.start()) {
      service.get("/load/10");
      return service.get("/libraries").text();
    }
  }
}
