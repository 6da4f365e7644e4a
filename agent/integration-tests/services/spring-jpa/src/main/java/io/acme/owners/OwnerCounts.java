package io.acme.owners;

import java.util.concurrent.CompletableFuture;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Service;

/** Counts owners on Spring's task executor. */
@Service
class OwnerCounts {
  private final OwnerRepository owners;

  OwnerCounts(OwnerRepository owners) {
    this.owners = owners;
  }

  /** One execution. */
  @Async
  CompletableFuture<Long> count() {
    return CompletableFuture.completedFuture(owners.count());
  }
}
