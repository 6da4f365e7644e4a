package io.rowcall.it.cache;

import io.rowcall.it.support.LibraryVersion;
import org.junit.jupiter.api.Tag;

/** An older Lettuce, synchronous. */
@Tag("compat")
final class LettuceOlderIT extends CacheContract {

  @Override
  public Library library() {
    return new Library(
        "lettuce", LibraryVersion.older("lettuce-core"), "lettuce", "redis", 0, Bound.UNKNOWN);
  }
}
