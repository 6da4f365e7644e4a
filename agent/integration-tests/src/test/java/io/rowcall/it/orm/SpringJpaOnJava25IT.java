package io.rowcall.it.orm;

import io.rowcall.it.support.Jdks;
import io.rowcall.it.support.ServiceCommand;
import java.nio.file.Path;

/** Spring Data JPA on JDK 25, if one is installed. */
final class SpringJpaOnJava25IT extends SpringJpaContract {

  @Override
  ServiceCommand command(Path folder) {
    return ServiceCommand.of("spring-jpa", folder).onJdk(Jdks.java25());
  }
}
