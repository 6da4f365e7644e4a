package io.rowcall.it.orm;

import io.rowcall.it.support.ServiceCommand;
import java.nio.file.Path;

/** Spring Data JPA on the JDK that runs the tests. */
final class SpringJpaIT extends SpringJpaContract {

  @Override
  ServiceCommand command(Path folder) {
    return ServiceCommand.of("spring-jpa", folder);
  }
}
