package io.rowcall.it.server;

import io.rowcall.it.support.Covers;
import io.rowcall.it.support.ServiceCommand;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

/** Ktor on its own engine of coroutines. */
@Tag("compat")
@Covers({"Ktor", "KtorCio"})
final class KtorCioIT extends ServerContract {

  @Override
  protected ServiceCommand command(Path folder) {
    return ServiceCommand.of("ktor", folder).jvmArg("-Dserver=cio");
  }

  @Override
  public Server server() {
    return Server.of("Ktor, CIO", "ktor", "ktor-server-cio-jvm");
  }
}
