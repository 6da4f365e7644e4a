package io.rowcall.it.server;

import io.rowcall.it.support.Covers;
import io.rowcall.it.support.ServiceCommand;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

/** Ktor on Netty: coroutines that other dispatchers resume. */
@Tag("compat")
@Covers({"Ktor", "KtorNetty"})
final class KtorNettyIT extends ServerContract {

  @Override
  protected ServiceCommand command(Path folder) {
    return ServiceCommand.of("ktor", folder).jvmArg("-Dserver=netty");
  }

  @Override
  public Server server() {
    return Server.of("Ktor, Netty", "ktor", "ktor-server-netty-jvm");
  }
}
