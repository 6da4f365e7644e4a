package io.acme.owners;

import java.io.File;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The service's endpoints. */
@RestController
class OwnerController {
  private final OwnerService owners;

  private final OwnerCounts counts;

  OwnerController(OwnerService owners, OwnerCounts counts) {
    this.owners = owners;
    this.counts = counts;
  }

  @GetMapping("/owners")
  String lazily() {
    return owners.lazily();
  }

  @GetMapping("/owners/fetched")
  String fetched() {
    return owners.fetched();
  }

  /** Prints {@code HELD}, and waits for the file {@code released} in the working directory. */
  @GetMapping("/held")
  String held() throws InterruptedException {
    owners.fetched();
    System.out.println("HELD");
    while (!new File("released").exists()) {
      Thread.sleep(20);
    }
    return owners.fetched();
  }

  @GetMapping("/owners/{id}")
  ResponseEntity<String> one(@PathVariable("id") long id) {
    return ResponseEntity.of(owners.one(id));
  }

  @GetMapping("/owners/count")
  String count() {
    CompletableFuture<Long> first = counts.count();
    return first.thenCombine(counts.count(), Long::sum).join() + "\n";
  }

  @GetMapping("/none")
  List<String> none() {
    return List.of("nothing asked");
  }

  @GetMapping("/failing")
  String failing() {
    owners.fetched();
    throw new IllegalStateException("the handler failed");
  }

  @GetMapping("/shutdown")
  String shutdown() {
    new Thread(() -> System.exit(0), "exit").start();
    return "bye\n";
  }
}
