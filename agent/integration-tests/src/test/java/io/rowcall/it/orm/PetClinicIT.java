package io.rowcall.it.orm;

import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.Shows;
import java.nio.file.Path;

/** Run from its jar, as the main jar of a class path. */
@Shows("HibernateLazyLoad")
final class PetClinicIT extends PetClinicContract {

  @Override
  ServiceCommand command(Path folder) {
    return ServiceCommand.of("petclinic", folder);
  }
}
