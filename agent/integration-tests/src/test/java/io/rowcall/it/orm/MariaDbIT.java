package io.rowcall.it.orm;

import io.rowcall.it.support.ServiceCommand;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

/** Plain JDBC on a real MariaDB; writes get advice specific to its driver. */
@Tag("compat")
final class MariaDbIT extends MapperContract {

  MariaDbIT() {
    super("jdbc", "JdbcLibrary.java", "", "one IN query", "rewriteBatchedStatements=true");
  }

  @Override
  ServiceCommand command(Path folder) {
    return ServiceCommand.of("mariadb", folder);
  }
}
