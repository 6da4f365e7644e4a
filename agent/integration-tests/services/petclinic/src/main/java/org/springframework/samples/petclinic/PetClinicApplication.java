package org.springframework.samples.petclinic;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.samples.petclinic.owner.SampleData;

/** Starts the service on a free port. */
@SpringBootApplication
public class PetClinicApplication {
  /** Prints {@code READY port} once it accepts requests. */
  public static void main(String[] args) {
    var context = SpringApplication.run(PetClinicApplication.class, args);
    context.getBean(SampleData.class).store();
    int port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
    System.out.println("READY " + port);
  }
}
