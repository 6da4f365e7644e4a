package io.rowcall.it.orm;

import io.rowcall.it.support.ServiceCommand;
import java.io.File;
import java.nio.file.Path;

/** PetClinic, run from a folder of classes, as build tools and IDEs do. */
final class PetClinicFromClassesIT extends PetClinicContract {

  @Override
  ServiceCommand command(Path folder) {
    Path target = ServiceCommand.SERVICES.resolve("petclinic/target");
    return ServiceCommand.of("petclinic", folder)
        .mainClass(
            target.resolve("classes") + File.pathSeparator + target.resolve("lib") + "/*",
            "org.springframework.samples.petclinic.PetClinicApplication");
  }
}
