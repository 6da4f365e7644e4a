package io.rowcall.it.orm;

import io.rowcall.it.support.Covers;
import io.rowcall.it.support.ServiceCommand;
import java.nio.file.Path;

/** PetClinic, run from its jar. */
@Covers("HibernateLazyLoad")
final class PetClinicIT extends PetClinicContract {

  @Override
  ServiceCommand command(Path folder) {
    return ServiceCommand.of("petclinic", folder);
  }
}
