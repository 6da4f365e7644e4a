package io.rowcall.it.orm;

import io.rowcall.it.support.ServiceCommand;
import java.io.File;
import java.nio.file.Path;

/** Run from a folder of classes, as build tools and development environments do. */
final class PetClinicFromClassesIT extends PetClinicContract {

  @Override
  ServiceCommand command(Path folder) {
    Path target = ServiceCommand.SERVICES.resolve("petclinic/target");
    return ServiceCommand.of("petclinic", folder)
        .from(
            target.resolve("classes") + File.pathSeparator + target.resolve("lib") + "/*",
            "org.springframework.samples.petclinic.PetClinicApplication");
  }
}
