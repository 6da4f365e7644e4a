package io.rowcall.it.cache;

import io.rowcall.it.support.Versions;
import org.junit.jupiter.api.Tag;

/** Redis by way of an older Lettuce. */
@Tag("compat")
final class LettuceOlderIT extends CacheContract {

  @Override
  public Library library() {
    return new Library(
        "lettuce", Versions.older("lettuce-core"), "lettuce", "redis", 0, Bound.UNKNOWN);
  }
}
