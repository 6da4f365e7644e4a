package io.acme.owners;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.scheduling.annotation.EnableAsync;

/** Starts the service on a free port. */
@EnableAsync
@SpringBootApplication
public class OwnersApplication {
  static final int OWNERS = 10;
  static final int PETS_PER_OWNER = 2;

  /** Prints {@code READY port} once it accepts requests. */
  public static void main(String[] args) {
    var context = SpringApplication.run(OwnersApplication.class, args);
    OwnerRepository owners = context.getBean(OwnerRepository.class);
    for (int i = 1; i <= OWNERS; i++) {
      var owner = new Owner("owner " + i);
      for (int pet = 1; pet <= PETS_PER_OWNER; pet++) {
        owner.add(new Pet("pet " + i + "." + pet));
      }
      owners.save(owner);
    }
    int port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
    System.out.println("READY " + port);
  }
}
